using SocialOps.Responses.Lexicons;
using SocialOps.Responses.Matching;
using SocialOps.Responses.Text;

namespace SocialOps.Responses;

/// <summary>
/// The built-in classifier: lexicons of German and English with negation, disguised spelling and emoji, and a small model of what offends in German. It needs no service and no file; 64 KiB take linear time. Immutable and
/// thread-safe. Its scores are cautious: it acts alone only where its words leave little doubt.
/// </summary>
public sealed class LexiconClassifier : IItemClassifier
{
    private readonly Cue[] _cues;
    private readonly PhraseMatcher _matcher;
    private readonly OffenceModel? _offence;

    internal LexiconClassifier(IReadOnlyList<LexiconPart> lexicons, OffenceModel? offence)
    {
        var entries = lexicons.SelectMany(l => l.Entries).ToList();
        _cues = [.. entries.Select(e => e.Cue)];
        _matcher = new(entries.Select(e => new Phrase(e.Phrase)));
        _offence = offence;
        Version = string.Join('+', lexicons.Select(l => l.Language + l.Version));
    }

    /// <summary>The lexicons and the model that come with the library.</summary>
    public static LexiconClassifier Default { get; } = new([LexiconResources.Lexicon("de"), LexiconResources.Lexicon("en")], LexiconResources.Offence());

    /// <inheritdoc />
    public string Name => "lexicon";

    /// <inheritdoc />
    public string Version { get; }

    /// <inheritdoc />
    public ClassifierAnswer Classify(string text, ItemFacts facts)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var plain = FoldedText.Of(text);
        using var unmasked = plain.Signals.MayHide ? FoldedText.Unmasked(text) : null;
        return Classify(plain, unmasked);
    }

    internal ClassifierAnswer Classify(FoldedText plain, FoldedText? unmasked)
    {
        using var hits = HitList.Rent();
        using var unmaskedHits = HitList.Rent();
        using var tally = CueTally.Rent(_cues.Length);
        _matcher.Find(plain, hits);
        tally.Add(_cues, _matcher, plain, hits);
        if (unmasked is not null)
        {
            _matcher.Find(unmasked, unmaskedHits);
            tally.Add(_cues, _matcher, unmasked, unmaskedHits);
        }

        return LexiconVerdict.Of(tally, plain.Signals, _offence is null || tally.Language == "en" ? 0 : _offence.Ask(plain), LabelSource.Classifier(this));
    }
}
