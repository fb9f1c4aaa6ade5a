using SocialOps.Channels;
using SocialOps.Responses.Matching;
using SocialOps.Responses.Text;

namespace SocialOps.Responses;

/// <summary>A response policy, ready to label items and to name their action pattern. Immutable and thread-safe.</summary>
public sealed class ResponsePolicy
{
    private readonly RuleSet _rules;
    private readonly IItemClassifier _classifier;

    /// <summary>Makes a definition ready.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="classifier">What labels items beside the rules; <see langword="null"/> for <see cref="LexiconClassifier.Default"/>.</param>
    public ResponsePolicy(ResponsePolicyDefinition definition, IItemClassifier? classifier = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Definition = definition;
        _classifier = classifier ?? LexiconClassifier.Default;
        _rules = new(definition.Rules);
    }

    /// <summary>What it was made from.</summary>
    public ResponsePolicyDefinition Definition { get; }

    /// <summary>Labels a comment: all rules run, the classifier runs, the labels merge as <see cref="Classification"/> says.</summary>
    /// <param name="text">The item's text; any UTF-16, it never throws for what a text holds.</param>
    /// <param name="network">The network it stands on.</param>
    public Classification Classify(string text, string network) => Classify(text, new ItemFacts(network));

    /// <summary>Labels an item.</summary>
    /// <param name="text">The item's text; any UTF-16, it never throws for what a text holds.</param>
    /// <param name="facts">What is known besides.</param>
    public Classification Classify(string text, ItemFacts facts) => Classify(text, facts, null);

    /// <summary>Labels a comment by the same code and tells what became of each rule.</summary>
    /// <param name="text">The item's text.</param>
    /// <param name="network">The network it stands on.</param>
    public ClassificationTrace Explain(string text, string network) => Explain(text, new ItemFacts(network));

    /// <summary>Labels an item by the same code and tells what became of each rule.</summary>
    /// <param name="text">The item's text.</param>
    /// <param name="facts">What is known besides.</param>
    public ClassificationTrace Explain(string text, ItemFacts facts)
    {
        var trace = new List<RuleTrace>(Definition.Rules.Count);
        var classification = Classify(text, facts, trace);
        return new(classification, trace, PatternFor(classification), LabelChoice.Explain(classification));
    }

    /// <summary>What is done for an item: the pattern of its primary label. A suggestion is left to people, and so is a thank-you that a classifier disputes: nothing is sent, closed or passed on by itself.</summary>
    /// <param name="classification">What the item is.</param>
    public ActionPattern PatternFor(Classification classification)
    {
        ArgumentNullException.ThrowIfNull(classification);
        var pattern = PatternFor(classification.Category, classification.Cause);
        return classification switch
        {
            { IsSuggestion: true } => pattern.LeftToPeople(ActionKind.Thank, ActionKind.Dismiss, ActionKind.ContactClient),
            { IsDisputed: true } => pattern.LeftToPeople(ActionKind.Thank),
            _ => pattern,
        };
    }

    /// <summary>What is done for a category: the pattern of its category and cause, else of its category, else somebody is made responsible.</summary>
    public ActionPattern PatternFor(Category category, ComplaintCause cause)
    {
        ActionPattern? general = null;
        foreach (var pattern in Definition.Patterns)
        {
            if (pattern.Category == category && pattern.Cause == cause)
            {
                return pattern;
            }

            general ??= pattern.Category == category && pattern.Cause is null ? pattern : null;
        }

        return general ?? new ActionPattern(category, [new ActionStep(ActionKind.Assign)]);
    }

    private Classification Classify(string text, ItemFacts facts, List<RuleTrace>? trace)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(facts);
        using var plain = FoldedText.Of(text);
        using var unmasked = plain.Signals.MayHide ? FoldedText.Unmasked(text) : null;
        var labels = new List<Label>();
        AddRules(plain, unmasked, facts, labels, trace);
        var (answer, fault) = Ask(text, plain, unmasked, facts);
        LabelChoice.Add(answer, LabelSource.Classifier(_classifier), text.Length, labels);
        LabelChoice.Order(labels);
        return new()
        {
            Category = labels is [var primary, ..] ? primary.Category : Category.Unclassified,
            Cause = labels is [{ Cause: var cause }, ..] ? cause : ComplaintCause.Other,
            Severity = labels is [{ Severity: var severity }, ..] ? severity : Severity.Low,
            Labels = labels.Count == 0 ? [] : labels,
            Sentiment = answer.Sentiment,
            Language = answer.Language,
            ClassifierFault = fault,
        };
    }

    private void AddRules(FoldedText plain, FoldedText? unmasked, ItemFacts facts, List<Label> labels, List<RuleTrace>? trace)
    {
        using var hits = HitList.Rent();
        using var unmaskedHits = HitList.Rent();
        Span<RuleState> states = Definition.Rules.Count <= 256 ? stackalloc RuleState[Definition.Rules.Count] : new RuleState[Definition.Rules.Count];
        _rules.Match(plain, unmasked, Networks.Canonical(facts.Network), states, hits, unmaskedHits);
        for (var i = 0; i < states.Length; i++)
        {
            if (states[i].Matches)
            {
                var rule = Definition.Rules[i];
                labels.Add(new(rule.Category, rule.Cause, rule.Severity ?? DefaultSeverity.Of(rule.Category, rule.Cause), LabelSource.Rule(rule.Id), 1, true, Evidence(i, false)));
            }

            trace?.Add(RuleVerdict.Of(Definition.Rules[i], states[i], facts, [.. Evidence(i, false), .. Evidence(i, true)]));
        }

        List<Evidence> Evidence(int rule, bool excluding)
        {
            var evidence = new List<Evidence>(1);
            _rules.AddEvidence(rule, excluding, plain, hits, evidence);
            if (unmasked is not null)
            {
                _rules.AddEvidence(rule, excluding, unmasked, unmaskedHits, evidence);
            }

            evidence.Sort(static (x, y) => x.Start != y.Start ? x.Start.CompareTo(y.Start) : x.Length.CompareTo(y.Length));
            return evidence;
        }
    }

    /// <summary>A classifier that fails never costs us a comment.</summary>
    private (ClassifierAnswer Answer, string? Fault) Ask(string text, FoldedText plain, FoldedText? unmasked, ItemFacts facts)
    {
        if (_classifier is LexiconClassifier lexicon)
        {
            return (lexicon.Classify(plain, unmasked), null);
        }

#pragma warning disable CA1031 // Whatever a host's classifier throws: the rules label alone, and the item tells why.
        try
        {
            return (_classifier.Classify(text, facts) ?? ClassifierAnswer.None, null);
        }
        catch (Exception exception)
        {
            return (ClassifierAnswer.None, $"{_classifier.Name} {_classifier.Version}: {exception.GetType().Name}: {exception.Message}");
        }
#pragma warning restore CA1031
    }
}
