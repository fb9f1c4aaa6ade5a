using SocialOps.Channels;
using SocialOps.Responses.Text;

namespace SocialOps.Responses.Matching;

/// <summary>All rules of a policy in one matcher: one walk over the text finds every word of every rule. Immutable and thread-safe.</summary>
internal sealed class RuleSet
{
    private readonly string[][] _networks;
    private readonly Condition[] _conditions;
    private readonly PhraseMatcher _matcher;

    public RuleSet(IReadOnlyList<ResponseRule> rules)
    {
        _networks = [.. rules.Select(r => r.Networks.Select(Networks.Canonical).ToArray())];
        _conditions = [.. rules.SelectMany((r, i) => r.Any.Select((_, p) => new Condition(i, p, false)).Concat(r.None.Select((_, p) => new Condition(i, p, true))))];
        _matcher = new(rules.SelectMany(r => r.Any.Concat(r.None)).Select(p => new Phrase(p)));
    }

    /// <summary>What became of each rule whose words stand in the text; of the others nothing.</summary>
    /// <param name="plain">The text.</param>
    /// <param name="unmasked">The text as somebody means it who hides words, where there is something to unmask.</param>
    /// <param name="network">The network.</param>
    /// <param name="states">Room for one state a rule.</param>
    /// <param name="hits">Receives what was found.</param>
    /// <param name="unmaskedHits">Receives what was found unmasked.</param>
    public void Match(FoldedText plain, FoldedText? unmasked, string network, Span<RuleState> states, HitList hits, HitList unmaskedHits)
    {
        for (var i = 0; i < states.Length; i++)
        {
            states[i] = new(-1, -1, Applies(i, network));
        }

        _matcher.Find(plain, hits);
        Note(hits, states);
        if (unmasked is not null)
        {
            _matcher.Find(unmasked, unmaskedHits);
            Note(unmaskedHits, states);
        }
    }

    /// <summary>Where the words of a rule stand.</summary>
    public void AddEvidence(int rule, bool excluding, FoldedText text, HitList hits, List<Evidence> evidence)
    {
        foreach (var hit in hits.Hits)
        {
            if (_conditions[hit.Phrase] is var condition && condition.Rule == rule && condition.Excludes == excluding && evidence.Count < Label.MaxEvidence)
            {
                text.AddEvidence(hit, _matcher.Phrases[hit.Phrase].Text, evidence);
            }
        }
    }

    private bool Applies(int rule, string network) => _networks[rule].Length == 0 || Array.IndexOf(_networks[rule], network) >= 0;

    private void Note(HitList hits, Span<RuleState> states)
    {
        foreach (var hit in hits.Hits)
        {
            var condition = _conditions[hit.Phrase];
            ref var state = ref states[condition.Rule];
            if (condition.Excludes)
            {
                state.Excluded = First(state.Excluded, condition.Place);
            }
            else
            {
                state.Found = First(state.Found, condition.Place);
            }
        }
    }

    private static int First(int known, int place) => known < 0 ? place : Math.Min(known, place);

    private readonly record struct Condition(int Rule, int Place, bool Excludes);
}

/// <summary>How far a rule came.</summary>
/// <param name="Found">The first of its words that stands in the text, by its place in the rule; -1 for none.</param>
/// <param name="Excluded">The first of the words that must not, or -1.</param>
/// <param name="Applies">It applies to the network.</param>
internal record struct RuleState(int Found, int Excluded, bool Applies)
{
    public readonly bool Matches => Applies && Found >= 0 && Excluded < 0;
}
