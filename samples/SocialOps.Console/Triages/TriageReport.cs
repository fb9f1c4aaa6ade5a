using SocialOps.Console.Desk;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.People;
using SocialOps.Responses;

namespace SocialOps.Console.Triages;

/// <summary>Counts what policies make of an inbox, line by line; with another version of the agency also what that one would do otherwise.</summary>
internal sealed class TriageReport(AgencySnapshot agency, AgencySnapshot? against, ClientId client)
{
    public int Lines { get; private set; }

    /// <summary>Lines that would go into quarantine.</summary>
    public int Unreadable { get; private set; }

    public bool Compares => against is not null;

    public SortedDictionary<string, int> ByCategory { get; } = new(StringComparer.Ordinal);

    /// <summary>Who gave the primary label: a rule, the classifier, a classifier's suggestion, or nobody.</summary>
    public SortedDictionary<string, int> BySource { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> ByPattern { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> ByGuard { get; } = new(StringComparer.Ordinal);

    /// <summary>Items that the other version treats otherwise: from that version to this one.</summary>
    public List<(TriagedItem Item, ChangedOutcome Change)> Changes { get; } = [];

    /// <returns>The item, or <see langword="null"/> when the line cannot be read.</returns>
    public TriagedItem? Add(InboxLine line)
    {
        Lines++;
        Triage.Read(agency, line.Bytes, client, out var item);
        if (line.TooLong is not null || item is null)
        {
            Unreadable++;
            return null;
        }

        var outcome = item.Policy.Evaluate(item.Text, item.Facts);
        Count(ByCategory, outcome.Classification.Category.ToString());
        Count(BySource, SourceOf(outcome.Classification));
        Count(ByPattern, outcome.Pattern);
        foreach (var guard in outcome.Guards)
        {
            Count(ByGuard, guard);
        }

        Compare(line, item, outcome);
        return item;
    }

    private void Compare(InboxLine line, TriagedItem item, ResponseOutcome outcome)
    {
        if (against is null)
        {
            return;
        }

        Triage.Read(against, line.Bytes, client, out var other);
        if (other is not null && new ChangedOutcome(item.ExternalId, other.Policy.Evaluate(other.Text, other.Facts), outcome) is { Differences.Count: > 0 } change)
        {
            Changes.Add((item, change));
        }
    }

    private static string SourceOf(Classification classification) => classification switch
    {
        { Labels: [] } => "nobody",
        { IsSuggestion: true } => "classifier, as a suggestion",
        { Labels: [{ Source.Kind: LabelSourceKind.Rule }, ..] } => "rule",
        _ => "classifier",
    };

    private static void Count(SortedDictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
