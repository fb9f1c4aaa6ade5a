using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SocialOps.Channels;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Publishing;

/// <summary>Makes a publication and the row that sends it, in the transaction that decides it.</summary>
internal static class PublicationDraft
{
    public const string WorkKind = "publication.send";
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    public static Publication Create(TenantId tenant, PublicationId id, ClientId? client, ChannelAccountId? account, string network, string text, string? inReplyTo, PublicationBasis basis, string origin, Instant now)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new()
        {
            Id = id,
            Client = client,
            Account = account,
            Network = network,
            Text = text,
            TextHash = hash,
            InReplyTo = inReplyTo,
            Basis = basis,
            IdempotencyKey = Key(tenant, id, account, hash),
            Origin = origin,
            CreatedAt = now,
        };
    }

    public static async ValueTask ScheduleAsync(IStoreTransaction transaction, Publication publication, Instant now, CancellationToken cancellationToken)
    {
        await transaction.PutAsync(PublicationRecords.Publications, publication, 0, cancellationToken).ConfigureAwait(false);
        await transaction.ScheduleAsync(RowOf(publication, now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The row that sends it; each release by a person has one of its own. It is not due before the publication was made: another machine, whose clock is behind, would begin too early.</summary>
    public static WorkDraft RowOf(Publication publication, Instant at)
        => new(WorkKind, publication.Id.Value, WorkClass.Normal, Instant.Max(at, publication.CreatedAt), KeyOf(publication), default);

    /// <summary>The key of the one row that sends it; rows of earlier releases end without an effect.</summary>
    public static string KeyOf(Publication publication) => publication.Releases == 0 ? publication.Id.Value : $"{publication.Id}/{publication.Releases}";

    /// <summary>Base32 of SHA-256 over what makes the send one of its kind (connectors contract, point 4).</summary>
    private static string Key(TenantId tenant, PublicationId id, ChannelAccountId? account, string textHash)
    {
        var bits = SHA256.HashData(Encoding.UTF8.GetBytes($"SocialOps.publish.v1|{tenant}|{id}|{account}|{textHash}"));
        var text = new StringBuilder(52);
        var (buffer, count) = (0, 0);
        foreach (var b in bits)
        {
            buffer = (buffer << 8) | b;
            for (count += 8; count >= 5; count -= 5)
            {
                text.Append(Alphabet[(buffer >> (count - 5)) & 31]);
            }
        }

        return text.Append(Alphabet[(buffer << (5 - count)) & 31]).ToString();
    }
}
