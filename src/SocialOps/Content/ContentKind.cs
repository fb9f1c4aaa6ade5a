namespace SocialOps.Content;

/// <summary>What an item is about; the kinds differ in who usually supplies what (requirement 0.4, <see cref="ContributionNeeds"/>).</summary>
public enum ContentKind
{
    /// <summary>The client's own everyday life: only the client has the facts and the pictures.</summary>
    ClientStory,

    /// <summary>Seasonal greetings and other things that are true for everybody: the agency supplies everything.</summary>
    General,

    /// <summary>News of the client's trade: the agency researches, the client confirms.</summary>
    IndustryNews,
}

/// <summary>What an item is to do to people (requirement 4.21).</summary>
public enum ContentPurpose
{
    /// <summary>Surprise.</summary>
    Surprise,

    /// <summary>Please.</summary>
    Please,

    /// <summary>Inform.</summary>
    Inform,
}
