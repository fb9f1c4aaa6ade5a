using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialOps.Channels.Counting;

/// <summary>
/// Links inside a text, as the networks that shorten them find them (after twitter-text). With a scheme any host with a dot counts. Without one the host must be ASCII and its last label a
/// well-known top-level domain; a bare two-label host under a country's domain counts only with a path (<c>example.de/a</c>) or under .co and .tv.
/// </summary>
internal static partial class WebAddress
{
    private const int MaxLabel = 63;
    private const string TopLevel =
        "com net org info biz edu gov mil int name pro aero coop museum jobs mobi travel tel cat asia app dev blog shop online site store tech cloud agency club live news space website "
        + "world life fun media social design email group company team xyz top vip work zone link studio photo gallery events restaurant cafe bar pub beer wine coffee pizza bike fitness yoga "
        + "salon hotel tours academy school university berlin hamburg koeln cologne bayern wien tirol swiss nrw saarland ruhr reise reisen gmbh kaufen haus immobilien jetzt versicherung";

    private static readonly FrozenSet<string> TopLevelDomains = TopLevel.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The links, in their order; none overlaps another.</summary>
    public static IEnumerable<(int Start, int Length)> FindAll(string text, bool bareToo)
    {
        if (!text.Contains('.', StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (Match match in Address().Matches(text))
        {
            var isLink = match.Groups["scheme"].Success ? HasValidLabels(match.Groups["host"].Value) : bareToo && IsBareHost(match);
            if (isLink)
            {
                yield return (match.Index, match.Length);
            }
        }
    }

    private static bool IsBareHost(Match match)
    {
        var labels = match.Groups["bare"].Value.Split('.');
        var last = labels[^1];
        return labels.All(l => l.Length <= MaxLabel) && (last.Length == 2
            ? labels.Length > 2 || match.Groups["path"].Success || string.Equals(last, "co", StringComparison.OrdinalIgnoreCase) || string.Equals(last, "tv", StringComparison.OrdinalIgnoreCase)
            : TopLevelDomains.Contains(last));
    }

    /// <summary>Whether every label has at most 63 letters in Punycode; the mapping throws otherwise.</summary>
    private static bool HasValidLabels(string host)
    {
        try
        {
            return new IdnMapping().GetAscii(host).Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(
        @"(?<![A-Za-z0-9@\uFF20$#\uFF03])
          (?: (?<scheme>https?://) (?<host> (?: [\p{L}\p{N}\p{M}\p{So}] (?: [\p{L}\p{N}\p{M}\p{So}_-]* [\p{L}\p{N}\p{M}\p{So}] )? \. )+ [\p{L}\p{M}]{2,} )
            | (?<![-_./]) (?<bare> (?: [a-z0-9] (?: [a-z0-9_-]* [a-z0-9] )? \. )+ [a-z]{2,} ) (?![a-z0-9@+-]) )
          (?: :[0-9]+ )?
          (?<path> / (?: (?: [\p{L}\p{N}\p{M}!*';:=+,.$/%\#\[\]_~@|&-] | \( [^\s()]* \) )* (?: \( [^\s()]* \) | [\p{L}\p{N}\p{M}=+_\#/-] ) )? )?
          (?: \? [A-Za-z0-9!?*'@();:&=+$/%\#\[\]_.,~|-]* [A-Za-z0-9_&=\#/-] )?",
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
