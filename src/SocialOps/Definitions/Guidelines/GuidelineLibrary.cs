using System.Text.Json;
using SocialOps.Guidelines;
using SocialOps.Storage;

namespace SocialOps.Definitions;

/// <summary>Guidelines in every version that ever held.</summary>
internal static class GuidelineLibrary
{
    /// <summary>One version, or <see langword="null"/>.</summary>
    public static async ValueTask<GuidelineDocument?> FindAsync(IStoreTransaction transaction, GuidelineId id, int version, CancellationToken cancellationToken)
        => await transaction.FindAsync(DefinitionRecords.Versions, DefinitionVersion.KeyOf(DefinitionType.Guideline, id.Value, version), cancellationToken).ConfigureAwait(false) is { } stored
            ? stored.Value.Body.Deserialize(DefinitionJson.Default.GuidelineDocument)! with { Version = version, Hash = stored.Value.Hash }
            : null;

    /// <summary>
    /// A reason with what it cites made sure of: a citation without a version gets the one that holds; a section that is not there is an error that names those that are.
    /// </summary>
    /// <exception cref="InvalidDefinitionException">It cites what is not there: all of it.</exception>
    public static async ValueTask<string> PinAsync(IStoreTransaction transaction, SnapshotCache snapshots, string reason, CancellationToken cancellationToken)
    {
        var citations = GuidelineCitation.FindIn(reason);
        if (citations.Count == 0 || await snapshots.FindCurrentAsync(transaction, cancellationToken).ConfigureAwait(false) is not { } agency)
        {
            return reason;
        }

        var faults = new List<Finding>();
        foreach (var citation in citations)
        {
            var current = agency.FindGuideline(citation.Guideline);
            var document = citation.Version is { } version ? await FindAsync(transaction, citation.Guideline, version, cancellationToken).ConfigureAwait(false) : current;
            if ((citation.Version is not null || current is not null) && WhyNot(citation, document, current) is { } why)
            {
                faults.Add(Finding.Error("reason", why));
            }
        }

        return faults.Count > 0 ? throw new InvalidDefinitionException(faults) : agency.Pin(reason);
    }

    /// <summary>The text with the version that holds in each citation without one.</summary>
    public static string Pin(this AgencySnapshot agency, string reason)
        => GuidelineCitation.Replace(reason, c => c.Version is null && agency.FindGuideline(c.Guideline) is { } document ? c with { Version = document.Version } : c);

    private static string? WhyNot(GuidelineCitation citation, GuidelineDocument? document, GuidelineDocument? current)
        => document is null ? $"'{citation}': there is no {(current is null ? $"guideline '{citation.Guideline}'" : $"version {citation.Version} of guideline '{citation.Guideline}'; version {current.Version} holds")}. Cite one that is there."
            : document.FindSection(citation.Section) is null ? $"'{citation}': version {document.Version} of guideline '{document.Id}' has no section '{citation.Section}'; it has {string.Join(", ", document.Sections.Select(s => s.Key))}."
            : null;
}
