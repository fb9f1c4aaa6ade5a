using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialOps.Guidelines;

/// <summary>A section of a guideline as reasons name it (requirement 1.4): <c>radhaus@3#respect</c>, or <c>radhaus#respect</c> for the version that holds when it is written down.</summary>
/// <param name="Guideline">The document.</param>
/// <param name="Version">The version; <see langword="null"/> for the one that holds.</param>
/// <param name="Section">The section's key.</param>
public sealed partial record GuidelineCitation(GuidelineId Guideline, int? Version, string Section)
{
    /// <summary>Every citation in a text, in order. A word with <c>#</c> in it that names no version may be something else than a citation: an order's number.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<GuidelineCitation> FindIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Pattern().Matches(text).Select(Of)];
    }

    /// <summary>As it is written in reasons.</summary>
    public override string ToString() => Version is { } version ? string.Create(CultureInfo.InvariantCulture, $"{Guideline}@{version}#{Section}") : $"{Guideline}#{Section}";

    /// <summary>The text with each citation replaced.</summary>
    internal static string Replace(string text, Func<GuidelineCitation, GuidelineCitation> with) => Pattern().Replace(text, match => with(Of(match)) is var next && next == Of(match) ? match.Value : next.ToString());

    private static GuidelineCitation Of(Match match)
        => new(new(match.Groups["id"].Value), match.Groups["version"].Success ? int.Parse(match.Groups["version"].ValueSpan, CultureInfo.InvariantCulture) : null, match.Groups["section"].Value);

    [GeneratedRegex(@"(?<![\w@#./-])(?<id>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?)(?:@(?<version>[0-9]{1,9}))?#(?<section>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?)")]
    private static partial Regex Pattern();
}
