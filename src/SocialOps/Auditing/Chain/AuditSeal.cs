using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Auditing.Chain;

/// <summary>Some events in a row, sealed.</summary>
/// <param name="First">The first event's number: the end of the seal before, plus one.</param>
/// <param name="Last">The last one's.</param>
/// <param name="Hash">The last one's hash.</param>
/// <param name="Marks">Each event's mark, one after the other.</param>
/// <param name="SealedAt">When.</param>
internal sealed record AuditSeal(long First, long Last, byte[] Hash, byte[] Marks, Instant SealedAt)
{
    /// <summary>Stands for one that cannot be read.</summary>
    public static AuditSeal Unreadable { get; } = new(-1, -1, [], [], Instant.MinValue);

    public AuditHead Head => new(Last, Convert.ToHexStringLower(Hash));

    public ReadOnlySpan<byte> MarkOf(long sequence) => Marks.AsSpan((int)(sequence - First) * AuditChain.MarkLength, AuditChain.MarkLength);

    /// <summary>It says of each of its events what it has to.</summary>
    public bool IsWhole => Last >= First && Marks.Length == (Last - First + 1) * AuditChain.MarkLength;
}

internal static class AuditRecords
{
    /// <summary>By the first event's number: two sealers that stand at the same event cannot both go on from it.</summary>
    public static readonly RecordKind<AuditSeal> Seals = new("audit-seal", 1, AuditSealJson.Default.AuditSeal, s => IndexText.Of(s.First));

    public static async ValueTask<AuditSeal?> FindLastAsync(IStoreTransaction transaction, CancellationToken cancellationToken)
        => (await transaction.QueryAsync(Seals, new RecordQuery("", Limit: 1, Descending: true), cancellationToken).ConfigureAwait(false)).Items is [var last] ? last.Value : null;
}

[JsonSourceGenerationOptions(Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(AuditSeal))]
internal sealed partial class AuditSealJson : JsonSerializerContext;
