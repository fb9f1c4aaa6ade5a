using NodaTime;

namespace SocialOps.Content;

/// <summary>Whether an item can be submitted: everything that speaks against it, each with its way out. Computed, never stored. Submitting itself is the approvals' affair.</summary>
/// <param name="Revision">The revision that was looked at.</param>
/// <param name="Findings">Every finding, the item's first, then each variant's in the order of the accounts.</param>
public sealed record ContentReadiness(int Revision, IReadOnlyList<ContentFinding> Findings)
{
    /// <summary>Whether nothing blocks; warnings do not.</summary>
    public bool IsReady => Findings.All(f => f.Severity != FindingSeverity.Error);

    /// <summary>Looks at everything at once. Pure.</summary>
    /// <param name="item">The item.</param>
    /// <param name="revision">Its current revision.</param>
    /// <param name="contributions">What is owed for it.</param>
    /// <param name="terms">What holds for the client.</param>
    /// <param name="now">Now; without a window the texts are judged as of today.</param>
    public static ContentReadiness Of(ContentItem item, Revision revision, IReadOnlyList<ContributionRequest> contributions, ContentTerms terms, Instant now)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(revision);
        ArgumentNullException.ThrowIfNull(contributions);
        ArgumentNullException.ThrowIfNull(terms);
        var publishOn = (item.Window?.PublishAt ?? now).InZone(terms.Zone).Date;
        var assets = item.Assets.ToDictionary(a => a.File);
        return new(revision.Number,
        [
            .. OfBrief(item, terms.Guide),
            .. OfContributions(contributions),
            .. revision.Variants.SelectMany(v => OfVariant(v, item.FindVariant(v.Account), terms, assets, publishOn)),
        ]);
    }

    private static IEnumerable<ContentFinding> OfBrief(ContentItem item, StyleGuide guide)
    {
        if (item.Brief.Purposes.Count == 0)
        {
            yield return ContentFinding.Error("purpose.missing", "brief.purposes", "none", "Nobody has said what it is to do to people (requirement 4.21).", "Choose surprise, please or inform.");
        }

        if (guide.Pillars.Count == 0)
        {
            yield break;
        }

        if (item.Brief.Pillars.Count == 0)
        {
            yield return ContentFinding.Warning("pillar.missing", "brief.pillars", "none", "It serves none of the goals (requirement 1.11).", $"Choose one of: {string.Join(", ", guide.Pillars)}.");
        }

        foreach (var pillar in item.Brief.Pillars.Where(p => !guide.Pillars.Contains(p, StringComparer.OrdinalIgnoreCase)))
        {
            yield return ContentFinding.Warning("pillar.unknown", "brief.pillars", pillar, "The style guide has no such goal.", $"Choose one of: {string.Join(", ", guide.Pillars)}.");
        }
    }

    private static IEnumerable<ContentFinding> OfContributions(IEnumerable<ContributionRequest> contributions)
        => from owed in contributions
           where owed.IsOpen
           let place = $"contributions[{owed.Id}]"
           let message = $"{owed.Supplier} owes it since {owed.RequestedAt}, due {owed.DueAt}{(owed.State == ContributionState.Overdue ? ", overdue" : "")} ({owed.Medium})."
           select owed.IsRequired
               ? ContentFinding.Error("contribution.missing", place, owed.What, message, "Receive it, or waive it with a reason.")
               : ContentFinding.Warning("contribution.missing", place, owed.What, message, "Receive it, or waive it with a reason.");

    private static IEnumerable<ContentFinding> OfVariant(Variant variant, VariantStatus? status, ContentTerms terms, Dictionary<FileHash, MediaAsset> assets, LocalDate publishOn)
    {
        var place = VariantCheck.PlaceOf(variant);
        if (!terms.Accounts.TryGetValue(variant.Account, out var limits))
        {
            return [ContentFinding.Error("channel.not-agreed", place, variant.Account.Value, $"It is none of the agreed channels of client '{terms.Client}' (requirement 0.8).", $"Use one of: {string.Join(", ", terms.Accounts.Keys.Select(a => a.Value).Order(StringComparer.Ordinal))}; or agree on the channel first.")];
        }

        ContentFinding[] same = status?.RefusedHash == status?.Hash && status?.RefusedHash is { } refused
            ? [ContentFinding.Error("hash.refused", place, refused.Abbreviated, "These are the very bytes that changes were asked for.", "Edit them first.")]
            : [];
        return [.. same, .. VariantCheck.Check(variant, limits, assets), .. StyleLint.Check(variant, terms.Guide, publishOn)];
    }
}
