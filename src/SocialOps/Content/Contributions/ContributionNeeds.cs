namespace SocialOps.Content;

/// <summary>What an item of a kind usually needs from whom (requirement 0.4). A proposal: packages and people may ask for more or less.</summary>
public static class ContributionNeeds
{
    /// <summary>What is usually needed from the client.</summary>
    public static IReadOnlyList<ContributionNeed> Of(ContentKind kind) => kind switch
    {
        ContentKind.ClientStory => [new(ContributionKind.Information, "What happened, who was there", true), new(ContributionKind.Media, "Pictures with the consent of the people in them", true), new(ContributionKind.FactApproval, "That the text is true", false)],
        ContentKind.IndustryNews => [new(ContributionKind.FactApproval, "That the text is true", true)],
        _ => [],
    };
}

/// <summary>One thing that is usually needed.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="What">What exactly, for people.</param>
/// <param name="IsRequired">Whether the item cannot be submitted without it.</param>
public sealed record ContributionNeed(ContributionKind Kind, string What, bool IsRequired);
