using SocialOps.People;

namespace SocialOps.Inbox;

/// <summary>Something that a platform has shown us: the raw bytes, stored before anybody looks inside.</summary>
/// <param name="Format">How the bytes are to be read: <see cref="InboundLine.Format"/> or a connector's own.</param>
/// <param name="Bytes">The bytes as they came, at most 4 MiB.</param>
/// <param name="Client">Whose item it is when the bytes name no account; <see langword="null"/> for the agency's first client.</param>
public sealed record InboundDelivery(string Format, ReadOnlyMemory<byte> Bytes, ClientId? Client = null)
{
    /// <summary>The most bytes of one delivery: 4 MiB.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;
}

/// <summary>What storing a delivery gave.</summary>
public enum ReceiveResult
{
    /// <summary>It is stored; what follows from it is a due work row.</summary>
    Stored,

    /// <summary>The same bytes are stored already; nothing was written.</summary>
    Duplicate,
}
