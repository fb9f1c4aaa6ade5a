using SocialOps.Channels;

namespace SocialOps.Content.Checks;

/// <summary>Texts against a network's counters.</summary>
internal static class TextCheck
{
    public static IEnumerable<ContentFinding> Check(Variant variant, NetworkLimits limits, string place)
    {
        var findings = Length(variant.Text, limits.Text, limits, $"{place}.text").Concat(Unreadable(variant.Text, $"{place}.text"));
        if (variant.Text.Length == 0 && variant.Media.Count == 0)
        {
            findings = findings.Append(ContentFinding.Error("text.empty", $"{place}.text", "", "There is neither a text nor media.", "Write a text or add a file."));
        }

        if (variant.FirstComment is { } comment)
        {
            var at = $"{place}.firstComment";
            findings = findings.Concat(limits.FirstComment is { } most
                ? Length(comment, most, limits, at).Concat(Unreadable(comment, at))
                : [ContentFinding.Error("comment.unsupported", at, comment, $"{limits.Network} takes no first comment.", "Move it into the text or leave it out.")]);
        }

        if (variant.Link is { } link && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
        {
            findings = findings.Append(ContentFinding.Error("link.invalid", $"{place}.link", link, "It is no web address.", "Write it in full, e.g. https://example.com/page."));
        }

        return findings;
    }

    public static IEnumerable<ContentFinding> Length(string text, IEnumerable<TextLimit> most, NetworkLimits limits, string place)
        => from limit in most
           let count = TextCount.Of(limit.Counter, text)
           where count > limit.Max
           select ContentFinding.Error("text.too-long", place, text, $"{count:N0} of {limit.Max:N0} {UnitOf(limit.Counter)} on {limits.Network}.".Replace(',', ' '), $"Shorten it by {count - limit.Max}.");

    private static IEnumerable<ContentFinding> Unreadable(string text, string place)
        => text.IndexOf('\uFFFD', StringComparison.Ordinal) is var at and >= 0
            ? [ContentFinding.Error("text.unreadable", place, text, "A character did not survive being copied and stands there as \uFFFD.", "Type it again or delete it.", new(at, 1))]
            : [];

    private static string UnitOf(TextCounter counter) => counter switch
    {
        TextCounter.Bytes => "bytes",
        TextCounter.XWeighted => "weighted characters",
        _ => "characters",
    };
}
