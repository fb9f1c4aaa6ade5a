using SocialOps.Channels;

namespace SocialOps.Content.Checks;

/// <summary>A poll against a network's rules.</summary>
internal static class PollCheck
{
    public static IEnumerable<ContentFinding> Check(Variant variant, NetworkLimits limits, string place)
    {
        if (variant.Poll is not { } poll)
        {
            yield break;
        }

        place = $"{place}.poll";
        if (poll.Options.Count < 2 || poll.Options.Any(o => o.Length == 0) || poll.Options.Distinct(StringComparer.Ordinal).Count() < poll.Options.Count)
        {
            yield return ContentFinding.Error("poll.options", $"{place}.options", string.Join(" / ", poll.Options), "A poll needs at least two options, each with a text of its own.", "Write at least two different ones.");
        }

        if (!limits.IsKnown)
        {
            yield break;
        }

        if (limits.Poll is not { } rule)
        {
            yield return ContentFinding.Error("poll.unsupported", place, $"{poll.Options.Count} options", $"{limits.Network} has no polls.", "Ask in the text instead.");
            yield break;
        }

        if (variant.Media.Count > 0 && !limits.MayMixPollAndMedia)
        {
            yield return ContentFinding.Error("poll.media", place, $"{variant.Media.Count} files", $"{limits.Network} takes no media beside a poll.", "Remove the media or the poll.");
        }

        if (poll.Options.Count > rule.MaxOptions)
        {
            yield return ContentFinding.Error("poll.options", $"{place}.options", $"{poll.Options.Count} options", $"{limits.Network} takes at most {rule.MaxOptions} options.", $"Remove {poll.Options.Count - rule.MaxOptions}.");
        }

        if (poll.Length < rule.MinLength || poll.Length > rule.MaxLength)
        {
            yield return ContentFinding.Error("poll.length", $"{place}.length", poll.Length.ToString(), $"{limits.Network} keeps a poll open for {rule.MinLength} to {rule.MaxLength}.", "Choose a time between.");
        }

        if (poll.IsMultiple && !rule.MayBeMultiple)
        {
            yield return ContentFinding.Error("poll.multiple", $"{place}.multiple", "several", $"{limits.Network} lets people choose one option only.", "Allow one choice.");
        }

        foreach (var finding in poll.Options.SelectMany((o, i) => TextCheck.Length(o, [rule.Option], limits, $"{place}.options[{i}]")))
        {
            yield return finding;
        }
    }
}
