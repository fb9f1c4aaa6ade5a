namespace SocialOps.Content;

/// <summary>One fault in content: where it stands, what stands there, what is wrong with it and the way out. Content gets all of them at once.</summary>
/// <param name="Severity">An error blocks submitting; a warning does not.</param>
/// <param name="Rule">The rule's name, stable over releases, e.g. <c>text.too-long</c>.</param>
/// <param name="Place">The path from the item, e.g. <c>variants[shop-x].text</c>.</param>
/// <param name="Value">What stands there, shortened.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">The way out.</param>
/// <param name="Span">The letters that are meant, where it is about some of them.</param>
public sealed record ContentFinding(FindingSeverity Severity, string Rule, string Place, string Value, string Message, string Remedy, TextSpan? Span = null)
{
    internal static ContentFinding Error(string rule, string place, string value, string message, string remedy, TextSpan? span = null)
        => new(FindingSeverity.Error, rule, place, Shorten(value), message, remedy, span);

    internal static ContentFinding Warning(string rule, string place, string value, string message, string remedy, TextSpan? span = null)
        => new(FindingSeverity.Warning, rule, place, Shorten(value), message, remedy, span);

    /// <summary>The finding as other input's findings are shown.</summary>
    public Finding ToFinding() => new(Severity, Place, $"{Message} {Remedy}");

    /// <summary>One line for people.</summary>
    public override string ToString() => ToFinding().ToString();

    private static string Shorten(string value) => value.Length <= 60 ? value : $"{value[..(char.IsHighSurrogate(value[58]) ? 58 : 59)]}…";
}

/// <summary>Some letters of a text: [Start, Start + Length) in UTF-16 units.</summary>
/// <param name="Start">The first, from 0.</param>
/// <param name="Length">How many.</param>
public readonly record struct TextSpan(int Start, int Length);
