using SocialOps.Channels;
using SocialOps.Diagnostics;
using SocialOps.Responses.Matching;
using SocialOps.Responses.Policies;
using SocialOps.Responses.Text;

namespace SocialOps.Responses;

/// <summary>A response policy, ready to label items and to say what follows. Pure: the same item and facts give the same outcome, in whatever order rules, guards and patterns were written. Immutable and thread-safe.</summary>
public sealed class ResponsePolicy
{
    private readonly RuleSet _rules;
    private readonly IItemClassifier _classifier;
    private readonly GuardSet _guards;
    private readonly PatternBook _patterns;

    /// <summary>Makes a definition ready.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="classifier">What labels items beside the rules; <see langword="null"/> for <see cref="LexiconClassifier.Default"/>.</param>
    public ResponsePolicy(ResponsePolicyDefinition definition, IItemClassifier? classifier = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Definition = definition;
        _classifier = classifier ?? LexiconClassifier.Default;
        _rules = new(definition.Rules);
        _guards = new(definition.Guards);
        _patterns = new(definition.Patterns);
    }

    /// <summary>Another policy with the same classifier.</summary>
    internal ResponsePolicy Another(ResponsePolicyDefinition definition) => new(definition, _classifier);

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
        var (rules, guards, patterns) = (new List<RuleTrace>(Definition.Rules.Count), new List<GuardTrace>(), new List<PatternTrace>(Definition.Patterns.Count));
        var outcome = Decide(Classify(text, facts, rules), facts, guards, patterns);
        return new(outcome, rules, LabelChoice.Explain(outcome.Classification), guards, patterns);
    }

    /// <summary>Labels an item and says what follows.</summary>
    /// <param name="text">The item's text; any UTF-16, it never throws for what a text holds.</param>
    /// <param name="facts">What is known besides.</param>
    public ResponseOutcome Evaluate(string text, ItemFacts facts) => Decide(Classify(text, facts), facts);

    /// <summary>
    /// What follows from an item that is labelled: the first pattern that fits, else somebody is made responsible; less what guards forbid, with what they add. Nothing that follows is looked at by a rule, guard or pattern again.
    /// </summary>
    /// <param name="classification">What the item is.</param>
    /// <param name="facts">What is known besides.</param>
    public ResponseOutcome Decide(Classification classification, ItemFacts facts)
    {
        ArgumentNullException.ThrowIfNull(classification);
        ArgumentNullException.ThrowIfNull(facts);
        return Decide(classification, facts, null, null);
    }

    private ResponseOutcome Decide(Classification classification, ItemFacts facts, List<GuardTrace>? guards, List<PatternTrace>? patterns)
    {
        var (key, steps) = _patterns.Select(classification, facts, patterns);
        var (left, held) = _guards.Apply(steps, classification, facts, guards);
        return new(classification, key, left, held);
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
            return (ClassifierAnswer.None, $"{_classifier.Name} {_classifier.Version}: {FaultOutline.Foreign(exception)}");
        }
#pragma warning restore CA1031
    }
}
