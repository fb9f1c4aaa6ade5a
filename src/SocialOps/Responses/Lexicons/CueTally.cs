using System.Runtime.CompilerServices;
using SocialOps.Channels;
using SocialOps.Responses.Matching;
using SocialOps.Responses.Text;

namespace SocialOps.Responses.Lexicons;

/// <summary>Adds up the cues of one text. Each entry counts once, and of several entries on one word the strongest. The thread keeps it for the next text; not thread-safe.</summary>
internal sealed class CueTally : IDisposable
{
    private const int Causes = 5;
    private const int Negative = ((int)Category.Unclassified + 1) * Causes;
    private const int Positive = Negative + 1;

    [ThreadStatic]
    private static CueTally? spare;

    private readonly double[] _wrong = new double[Positive + 1];
    private readonly (int Word, double Score)[] _last = new (int, double)[Positive + 1];
    private readonly List<(int Bucket, Evidence Place)> _counted = [];
    private ulong[] _seen = [];
    private int _german;
    private int _english;

    private CueTally()
    {
    }

    /// <summary>The language that more of the small words belong to, or <see langword="null"/>.</summary>
    public string? Language => _german == _english ? null : _german > _english ? "de" : "en";

    /// <summary>How sure the language is.</summary>
    public double LanguageScore => Math.Max(_german, _english) / (double)(_german + _english + 1);

    /// <summary>How likely the author is displeased, by the words for displeasure alone.</summary>
    public double Displeased => 1 - _wrong[Negative];

    /// <summary>How likely the author is pleased, by the words for pleasure alone.</summary>
    public double Pleased => 1 - _wrong[Positive];

    public static CueTally Rent(int cues)
    {
        var rented = spare ?? new CueTally();
        spare = null;
        rented.Clear(cues);
        return rented;
    }

    /// <summary>Counts what stands in a text.</summary>
    public void Add(Cue[] cues, PhraseMatcher matcher, FoldedText text, HitList hits)
    {
        var words = text.Words;
        foreach (var hit in hits.Hits)
        {
            switch (cues[hit.Phrase])
            {
                case { Kind: CueKind.Negator }:
                    words[text.WordAt(hit.Start)].Traits |= WordTraits.Negates;
                    break;
                case { Kind: CueKind.Language } cue when IsNew(hit.Phrase):
                    (_german, _english) = cue.Language == "de" ? (_german + 1, _english) : (_german, _english + 1);
                    break;
            }
        }

        foreach (var hit in hits.Hits)
        {
            ref readonly var cue = ref cues[hit.Phrase];
            var first = text.WordAt(hit.Start);
            if (cue.Kind < CueKind.Negator && (words[first].Traits & (WordTraits.Link | WordTraits.Mention)) == 0 && !IsForeign(cue) && IsNew(hit.Phrase))
            {
                Count(cue, hit, matcher, text, first);
            }
        }
    }

    /// <summary>How likely one of the cues is right, were each right by its own score.</summary>
    public double Score(Category category, ComplaintCause cause = ComplaintCause.Other) => 1 - _wrong[BucketOf(category, cause)];

    /// <summary>Where the cues of a category stand, whatever the cause.</summary>
    public IReadOnlyList<Evidence> EvidenceOf(Category category) => Places((int)category * Causes, ((int)category + 1) * Causes);

    /// <summary>Where the words for displeasure and complaints stand.</summary>
    public IReadOnlyList<Evidence> Displeasure() => Places(Negative, Positive, (int)Category.Complaint * Causes, ((int)Category.Complaint + 1) * Causes);

    /// <summary>Where the words for pleasure and praise stand.</summary>
    public IReadOnlyList<Evidence> Pleasure() => Places(Positive, Positive + 1, (int)Category.Praise * Causes, ((int)Category.Praise + 1) * Causes);

    /// <inheritdoc />
    public void Dispose() => spare = this;

    private static int BucketOf(Category category, ComplaintCause cause) => ((int)category * Causes) + (int)cause;

    private void Count(in Cue cue, Hit hit, PhraseMatcher matcher, FoldedText text, int first)
    {
        var bucket = cue.Kind switch
        {
            CueKind.Negative => Negative,
            CueKind.Positive => Positive,
            _ => BucketOf(cue.Category, cue.Cause),
        };
        var score = cue.Score;
        var last = text.WordAt(Math.Max(hit.Start, hit.End - 2));
        if (!cue.IsFirm && Negation.Turns(text, first, last, pleasant: bucket == Positive || cue is { Kind: CueKind.Category, Category: Category.Praise }))
        {
            if (bucket != Positive && cue.Category != Category.Praise)
            {
                return;
            }

            (bucket, score) = (Negative, score / 2);
        }

        var (lastWord, lastScore) = _last[bucket];
        if (lastWord == first && score <= lastScore)
        {
            return;
        }

        _wrong[bucket] *= (1 - score) / (lastWord == first ? 1 - lastScore : 1);
        _last[bucket] = (first, score);
        var (start, length) = text.Original(text.Words[first].Start, text.Words[last].End);
        _counted.Add((bucket, new(start, length, matcher.Phrases[hit.Phrase].Text)));
    }

    /// <summary>A short word may mean something else in the text's own language: "bad", "still".</summary>
    private bool IsForeign(in Cue cue) => cue.Score < 0.9 && (cue.Language == "de" ? _english - _german : _german - _english) >= 2;

    private bool IsNew(int phrase)
    {
        ref var seen = ref _seen[phrase >> 6];
        var isNew = (seen & (1UL << phrase)) == 0;
        seen |= 1UL << phrase;
        return isNew;
    }

    /// <summary>The places of the buckets from one to before another, and of those from a third to before a fourth, in the text's order.</summary>
    private Evidence[] Places(int from, int until, int from2 = 0, int until2 = 0)
    {
        Places8 room = default;
        Span<Evidence> places = room;
        var count = 0;
        foreach (var (bucket, place) in _counted)
        {
            if (((bucket >= from && bucket < until) || (bucket >= from2 && bucket < until2)) && count < places.Length && !Contains(places[..count], place))
            {
                places[count++] = place;
            }
        }

        places[..count].Sort(static (x, y) => x.Start.CompareTo(y.Start));
        return places[..count].ToArray();
    }

    private static bool Contains(ReadOnlySpan<Evidence> places, Evidence place)
    {
        foreach (var known in places)
        {
            if (known.Start == place.Start && known.Length == place.Length)
            {
                return true;
            }
        }

        return false;
    }

    private void Clear(int cues)
    {
        Array.Fill(_wrong, 1);
        Array.Fill(_last, (-1, 0));
        _counted.Clear();
        (_german, _english) = (0, 0);
        if (_seen.Length * 64 < cues)
        {
            _seen = new ulong[(cues + 63) / 64];
        }

        Array.Clear(_seen);
    }

    /// <summary>Room for the places of one label.</summary>
    [InlineArray(Label.MaxEvidence)]
    private struct Places8
    {
        private Evidence _first;
    }
}
