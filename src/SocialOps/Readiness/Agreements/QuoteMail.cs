using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace SocialOps.Readiness.Agreements;

/// <summary>A mail by which a client accepts a quote: "Zusage per E-Mail" (requirement 0.19). The host received it and checked who sent it; its bytes stay with the host.</summary>
/// <param name="MessageId">The Message-ID (RFC 5322, 3.6.4), with or without angle brackets.</param>
/// <param name="From">The sender's address.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="Bytes">The whole mail.</param>
public sealed record QuoteMail(string MessageId, string From, Instant SentAt, ReadOnlyMemory<byte> Bytes)
{
    internal string BytesHash => Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    internal static string KeyOf(string messageId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId.Trim().Trim('<', '>'))));
}
