using System.Globalization;
using System.Text.Json;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.Definitions.Validation;
using SocialOps.Guidelines;
using SocialOps.Storage;

namespace SocialOps.Definitions;

/// <summary>The agency with one guideline changed.</summary>
internal static class GuidelineChange
{
    public static string TargetOf(GuidelineId id) => $"guideline/{id}";

    public static byte[] BodyOf(GuidelineDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, DefinitionJson.Default.GuidelineDocument);

    /// <summary>Every fault of a guideline that is proposed for a client.</summary>
    public static IEnumerable<Finding> Faults(GuidelineDocument document, ClientDefinition client)
    {
        if (client.Strategy?.Guideline != document.Id.Value)
        {
            yield return Finding.Error("id", $"'{document.Id}' is not the guideline of client '{client.Id}'; its strategy names {(client.Strategy?.Guideline is { } own ? $"'{own}'" : "none")}. Name it there first.");
        }

        foreach (var finding in GuidelineRules.Check(document))
        {
            yield return finding;
        }
    }

    /// <summary>What both sides signed holds from now on.</summary>
    /// <returns>The version that came in between and kept it from being taken; <see langword="null"/> when it was taken.</returns>
    public static async ValueTask<int?> TryTakeAsync(IStoreTransaction transaction, AgencyImport import, Proposal proposal, Instant now, CancellationToken cancellationToken)
    {
        var document = JsonSerializer.Deserialize(proposal.Body, DefinitionJson.Default.GuidelineDocument)!;
        var head = await SnapshotCache.FindHeadAsync(transaction, cancellationToken).ConfigureAwait(false);
        var parts = await SnapshotCache.PartsAsync(transaction, head!, cancellationToken).ConfigureAwait(false);
        var version = SignedGuidelines.Of(parts, document.Id.Value)?.Version ?? 0;
        if (version.ToString(CultureInfo.InvariantCulture) != proposal.BasedOn)
        {
            return version;
        }

        var actor = proposal.Author is People.Recipient.OfAgency person ? Actor.Person(person.Person.Value, "approval") : Actor.Engine;
        await import.RunAsync(transaction, SignedGuidelines.Replace(parts, document), actor, now, cancellationToken).ConfigureAwait(false);
        return null;
    }
}
