using System.Text.RegularExpressions;
using SocialOps.Responses;

namespace SocialOps.Benchmarks.Responses;

/// <summary>The plain way: a compiled regular expression for each rule's words and one for each rule's exclusions, tried one after the other. No lexicon, no folding of umlauts or disguises, no places in the text.</summary>
internal sealed class NaivePolicy(ResponsePolicyDefinition definition)
{
    private readonly (ResponseRule Rule, Regex Any, Regex? None)[] _rules = [.. definition.Rules.Select(r => (r, Of(r.Any), r.None.Count == 0 ? null : Of(r.None)))];

    public ActionPattern? Classify(string text)
    {
        ResponseRule? primary = null;
        foreach (var (rule, any, none) in _rules)
        {
            if (any.IsMatch(text) && none?.IsMatch(text) != true && (primary is null || rule.Category < primary.Category))
            {
                primary = rule;
            }
        }

        return definition.Patterns.FirstOrDefault(p => p.Category == primary?.Category);
    }

    private static Regex Of(IEnumerable<string> words)
        => new($@"\b(?:{string.Join('|', words.Select(w => Regex.Escape(w).Replace(@"\*", @"\w*", StringComparison.Ordinal)))})\b", RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
