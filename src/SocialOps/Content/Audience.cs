namespace SocialOps.Content;

/// <summary>Who may see a post, and whom it is meant for.</summary>
public sealed record Audience
{
    /// <summary>Everybody, nobody in particular.</summary>
    public static Audience Everyone { get; } = new();

    /// <summary>Who may see it.</summary>
    public Visibility Visibility { get; init; }

    /// <summary>Only in these countries (ISO 3166-1 alpha-2, upper case); empty for all. A revision keeps them sorted and once each.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Only for people of this age or older, in years; <see langword="null"/> for all.</summary>
    public int? MinAge { get; init; }
}

/// <summary>Who may see a post.</summary>
public enum Visibility
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Everybody who has the address; it is in no list.</summary>
    Unlisted,

    /// <summary>The account's followers.</summary>
    Followers,

    /// <summary>The people it is addressed to.</summary>
    Direct,
}
