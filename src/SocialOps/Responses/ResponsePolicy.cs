using SocialOps.Channels;

namespace SocialOps.Responses;

/// <summary>A response policy, ready to label items and to name their action pattern. Immutable and thread-safe.</summary>
public sealed class ResponsePolicy
{
    private readonly Rule[] _rules;

    /// <summary>Makes a definition ready.</summary>
    /// <param name="definition">The definition.</param>
    public ResponsePolicy(ResponsePolicyDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Definition = definition;
        _rules = [.. definition.Rules.Select(r => new Rule(r, [.. r.Any.Select(w => new WordPattern(w))], [.. r.None.Select(w => new WordPattern(w))]))];
    }

    /// <summary>What it was made from.</summary>
    public ResponsePolicyDefinition Definition { get; }

    /// <summary>Labels a text. All rules run; of several labels the first in the order of <see cref="Category"/> is the primary one, then the graver, then the rule's place.</summary>
    /// <param name="text">The item's text.</param>
    /// <param name="network">The network it stands on.</param>
    public Classification Classify(string text, string network) => Classify(text, network, null);

    /// <summary>Labels a text by the same code and tells what became of each rule.</summary>
    /// <param name="text">The item's text.</param>
    /// <param name="network">The network it stands on.</param>
    public ClassificationTrace Explain(string text, string network)
    {
        var trace = new List<RuleTrace>(_rules.Length);
        return new(Classify(text, network, trace), trace);
    }

    /// <summary>What is done for such an item: the pattern of its category and cause, else of its category, else somebody is made responsible.</summary>
    public ActionPattern PatternFor(Category category, ComplaintCause cause)
        => Definition.Patterns.FirstOrDefault(p => p.Category == category && p.Cause == cause)
            ?? Definition.Patterns.FirstOrDefault(p => p.Category == category && p.Cause is null)
            ?? new ActionPattern(category, [new ActionStep(ActionKind.Assign)]);

    private Classification Classify(string text, string network, List<RuleTrace>? trace)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = NormalText.Words(text);
        var known = new HashSet<string>(words, StringComparer.Ordinal);
        var labels = new List<(ResponseRule Rule, Severity Severity, string Matched)>();
        foreach (var rule in _rules)
        {
            var (matched, verdict) = rule.Match(words, known, network, trace is not null);
            trace?.Add(new(rule.Definition.Id, matched, verdict!));
            if (matched is not null)
            {
                labels.Add((rule.Definition, rule.Definition.Severity ?? DefaultSeverity.Of(rule.Definition.Category, rule.Definition.Cause), matched));
            }
        }

        if (labels.Count == 0)
        {
            return new(Category.Unclassified, ComplaintCause.Other, Severity.Low, []);
        }

        var ordered = labels.OrderBy(l => l.Rule.Category).ThenByDescending(l => l.Severity).ToList();
        var primary = ordered[0];
        return new(primary.Rule.Category, primary.Rule.Cause, primary.Severity, [.. ordered.Select(l => new Label(l.Rule.Category, l.Rule.Id, l.Matched))]);
    }

    private sealed record Rule(ResponseRule Definition, WordPattern[] Any, WordPattern[] None)
    {
        public (string? Matched, string? Verdict) Match(List<string> words, HashSet<string> known, string network, bool explain)
        {
            if (Definition.Networks.Count > 0 && !Definition.Networks.Any(n => Networks.Canonical(n) == Networks.Canonical(network)))
            {
                return (null, explain ? $"does not apply to {network}" : null);
            }

            if (Find(Any, words, known) is not { } matched)
            {
                return (null, explain ? "none of its words stands in the text" : null);
            }

            return Find(None, words, known) is { } excluded
                ? (null, explain ? $"'{matched}' stands in the text, but so does '{excluded}'" : null)
                : (matched, explain ? $"'{matched}' stands in the text: {Definition.Category}" : null);
        }

        private static string? Find(WordPattern[] patterns, List<string> words, HashSet<string> known)
        {
            foreach (var pattern in patterns)
            {
                if ((pattern.FirstWord is not { } first || known.Contains(first)) && pattern.Matches(words))
                {
                    return pattern.Text;
                }
            }

            return null;
        }
    }
}
