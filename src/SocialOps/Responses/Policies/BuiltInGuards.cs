using SocialOps.Channels;
using SocialOps.Responses.Policies;
using static SocialOps.Responses.ActionKind;

namespace SocialOps.Responses;

/// <summary>The guards that every policy has and none can take out.</summary>
public static class BuiltInGuards
{
    /// <summary>The primary label is a classifier's that only suggests: people decide.</summary>
    public const string Suggestion = "suggestion";

    /// <summary>A classifier sees trouble in what the primary label takes for harmless: no thank-you by itself.</summary>
    public const string Disputed = "disputed";

    /// <summary>Somebody may be in danger, or speaks of suicide: a person looks, nothing is sent, closed or taken down by a pattern.</summary>
    public const string Danger = "danger";

    /// <summary>A lawyer, an authority or the press may read along: as danger, and no apology is proposed.</summary>
    public const string Legal = "legal";

    /// <summary>The item belongs to a wave of level 3 or above: nothing is sent without a person.</summary>
    public const string Crisis = "crisis";

    /// <summary>The package says that the client answers: the agency proposes and sends nothing (requirement 0.9).</summary>
    public const string ClientReplies = "client-replies";

    /// <summary>From this wave level on the <see cref="Crisis"/> guard holds.</summary>
    public const int CrisisFrom = 3;

    /// <summary>Their ids, in their order.</summary>
    public static IReadOnlyList<string> Ids { get; } = [Suggestion, Disputed, Danger, Legal, Crisis, ClientReplies];

    internal static IReadOnlyList<Guard> All { get; } =
    [
        new(Suggestion, (item, _) => item.IsSuggestion, "a classifier only suggests what it is", "a rule, a person or a sure classifier says what it is", [Thank, Dismiss, ContactClient], [Assign]),
        new(Disputed, (item, _) => item.IsDisputed, "a classifier sees trouble in it", "no classifier disputes it", [Thank], [Assign]),
        new(Danger, (item, _) => Has(item, Category.SafetyEmergency), "somebody may be in danger", "nothing tells of danger", [Thank, Dismiss, Hide, Delete, Block], [Assign]),
        new(Legal, (item, _) => Has(item, Category.LegalOrPress), "a lawyer, an authority or the press may read along", "nothing tells of lawyers, authorities or the press", [Thank, Apologise, Dismiss, Hide, Delete, Block], [Assign]),
        new(Crisis, (_, facts) => facts.CrisisLevel >= CrisisFrom, "it belongs to a wave of level 3 or above", "it belongs to no wave of level 3 or above", [Thank], [Assign]),
        new(ClientReplies, (_, facts) => facts.ClientReplies, "the client answers", "the agency answers", [Thank, Apologise, Answer], []),
    ];

    private static bool Has(Classification item, Category category)
    {
        foreach (var label in item.Labels)
        {
            if (label.Category == category)
            {
                return true;
            }
        }

        return false;
    }
}
