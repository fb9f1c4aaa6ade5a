using System.Text.Json.Serialization;
using SocialOps.Channels;

namespace SocialOps.Responses;

/// <summary>
/// What is done for some items, in order. Of several that fit an item the first holds by: the narrower <see cref="Scope"/>, the lower <see cref="Priority"/>, a named cause before none, then <see cref="Key"/> by ordinal comparison.
/// That order is total: two patterns with one key are an error.
/// </summary>
/// <param name="Category">The primary label that it is for.</param>
/// <param name="Steps">The steps.</param>
/// <param name="Cause">Only for complaints about this; <see langword="null"/> for all.</param>
public sealed record ActionPattern(Category Category, IReadOnlyList<ActionStep> Steps, ComplaintCause? Cause = null)
{
    /// <summary>What is done where no pattern fits: somebody is made responsible (requirement 4.5).</summary>
    internal const string DefaultKey = "default";

    /// <summary>The pattern's id, unique within the policy; <see langword="null"/> to have it named by what it is for.</summary>
    public string? Id { get; init; }

    /// <summary>Where it applies.</summary>
    public ResponseScope Scope { get; init; } = ResponseScope.Agency;

    /// <summary>Among patterns of one scope the lower comes first.</summary>
    public int Priority { get; init; }

    /// <summary>The least severity it is for; a wave's share does not count.</summary>
    public Severity MinSeverity { get; init; }

    /// <summary>The kinds of items it is for; empty for all.</summary>
    public IReadOnlyList<ItemKind> Kinds { get; init; } = [];

    /// <summary>Its id, else what it is for: <c>Complaint/Damage on mastodon</c>.</summary>
    [JsonIgnore]
    public string Key => Id ?? string.Concat(
        Category.ToString(),
        Cause is { } cause ? $"/{cause}" : "",
        MinSeverity > Severity.None ? $" from {MinSeverity}" : "",
        Kinds.Count > 0 ? $" as {string.Join('+', Kinds)}" : "",
        Scope.Specificity > 0 ? $" for {Scope}" : "");
}
