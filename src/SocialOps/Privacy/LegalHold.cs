using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Inbox;
using SocialOps.Serialization;
using SocialOps.Storage;

namespace SocialOps.Privacy;

/// <summary>A case whose data is needed for a legal claim or a legal duty (GDPR Art. 17(3)(b), (e)): nothing of it is erased before the end.</summary>
/// <param name="Case">The case.</param>
/// <param name="Reason">Why; name the claim or the law, not the customer.</param>
/// <param name="Until">The end, exclusive.</param>
/// <param name="By">Who says so.</param>
/// <param name="At">Since when.</param>
public sealed record LegalHold(CaseId Case, string Reason, Instant Until, Actor By, Instant At);

internal static class HoldRecords
{
    public static readonly RecordKind<LegalHold> Holds = new("legal-hold", 1, HoldJson.Default.LegalHold, h => h.Case.Value, h => new RecordIndexes(IndexText.Of(h.Until)));

    /// <summary>The hold that lies on a case now, or <see langword="null"/>.</summary>
    public static async ValueTask<LegalHold?> FindAsync(IStoreTransaction transaction, CaseId id, Instant now, CancellationToken cancellationToken)
        => await transaction.FindAsync(Holds, id.Value, cancellationToken).ConfigureAwait(false) is { } hold && hold.Value.Until > now ? hold.Value : null;
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(InstantJsonConverter)])]
[JsonSerializable(typeof(LegalHold))]
internal sealed partial class HoldJson : JsonSerializerContext;
