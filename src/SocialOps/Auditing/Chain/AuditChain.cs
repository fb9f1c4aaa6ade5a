using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SocialOps.Auditing.Chain;

/// <summary>
/// The hashes of a tenant's audit events: h(n) = SHA-256(h(n-1), n, and the event's fields, each with its length before it); h(0) = SHA-256 of the format's and the tenant's name (reliability c.5).
/// Not thread-safe: one walk at a time.
/// </summary>
internal sealed class AuditChain : IDisposable
{
    /// <summary>The first bytes of an event's hash that are kept for it alone, so that the first bad one can be named.</summary>
    public const int MarkLength = 8;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _head = new byte[SHA256.HashSizeInBytes];

    /// <summary>Stands before the first event.</summary>
    public AuditChain(TenantId tenant)
    {
        Add("SocialOps.audit.v1");
        Add(tenant.Value);
        _hash.GetHashAndReset(_head);
    }

    /// <summary>Stands behind an event whose hash is known.</summary>
    public AuditChain(AuditHead head) => (Sequence, _head) = (head.Sequence, Convert.FromHexString(head.Hash));

    /// <summary>The last event's number; 0 before the first.</summary>
    public long Sequence { get; private set; }

    /// <summary>The last event's hash.</summary>
    public ReadOnlySpan<byte> Hash => _head;

    /// <summary>The last event's mark.</summary>
    public ReadOnlySpan<byte> Mark => Hash[..MarkLength];

    /// <summary>Where the chain stands.</summary>
    public AuditHead Head => new(Sequence, Convert.ToHexStringLower(_head));

    /// <summary>Goes on to an event; its number is not compared.</summary>
    public void Next(AuditEvent one)
    {
        _hash.AppendData(_head);
        Add(++Sequence);
        Add(one.At.ToUnixTimeTicks());
        Add((long)one.Actor.Kind);
        Add(one.Actor.Id);
        Add(one.Actor.Via);
        Add(one.Action);
        Add(one.SubjectId);
        Add(one.Detail);
        _hash.GetHashAndReset(_head);
    }

    /// <inheritdoc />
    public void Dispose() => _hash.Dispose();

    private void Add(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Add(bytes.Length);
        _hash.AppendData(bytes);
    }

    private void Add(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        _hash.AppendData(bytes);
    }
}
