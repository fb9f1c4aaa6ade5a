using SocialOps.Responses.Matching;

namespace SocialOps.Responses.Text;

/// <summary>
/// A text as rules see it: words of folded letters between single spaces, with a space at each end, and for each character the place in the original where it comes from. Buffers are kept by the thread for the next text;
/// not thread-safe.
/// </summary>
internal sealed class FoldedText : IDisposable
{
    private const int LargestKept = 8 * 1024;

    [ThreadStatic]
    private static FoldedText? spare;

    private char[] _chars = new char[1024];
    private int[] _starts = new int[1024];
    private int[] _ends = new int[1024];
    private FoldedWord[] _words = new FoldedWord[256];

    private FoldedText()
    {
    }

    /// <summary>The folded characters.</summary>
    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>How many folded characters there are.</summary>
    public int Length { get; private set; }

    /// <summary>The words, in order.</summary>
    public Span<FoldedWord> Words => _words.AsSpan(0, WordCount);

    /// <summary>How many words there are.</summary>
    public int WordCount { get; private set; }

    /// <summary>What the original looks like besides its words.</summary>
    public TextSignals Signals { get; set; }

    /// <summary>Folds a text as it is written.</summary>
    public static FoldedText Of(string text) => Rent().Fill(text, plain: true);

    /// <summary>Folds a text as somebody means it who hides words: 1d10t, i d i o t, saaaau. Worth it where <see cref="TextSignals.MayHide"/>.</summary>
    public static FoldedText Unmasked(string text) => Rent().Fill(text, plain: false);

    /// <summary>The words of a short text, such as a rule's.</summary>
    public static List<string> WordsOf(string text)
    {
        using var folded = Of(text);
        var words = new List<string>(folded.WordCount);
        foreach (var word in folded.Words)
        {
            words.Add(folded.Chars[word.Start..word.End].ToString());
        }

        return words;
    }

    /// <summary>The place in the original of some folded characters; spaces at the ends do not count.</summary>
    public (int Start, int Length) Original(int start, int end)
    {
        while (start < end && _chars[start] == ' ')
        {
            start++;
        }

        while (end > start && _chars[end - 1] == ' ')
        {
            end--;
        }

        return start == end ? (0, 0) : (_starts[start], _ends[end - 1] - _starts[start]);
    }

    /// <summary>The whole words of the original in which a hit stands.</summary>
    public (int Start, int Length) WordsOf(Hit hit)
    {
        var (first, last) = (WordAt(hit.Start), WordAt(Math.Max(hit.Start, hit.End - 2)));
        return Original(_words[first].Start, _words[Math.Min(last, WordCount - 1)].End);
    }

    /// <summary>Adds the whole words of the original in which a hit stands, unless they are there.</summary>
    public void AddEvidence(Hit hit, string matched, List<Evidence> evidence)
    {
        var (start, length) = WordsOf(hit);
        foreach (var known in evidence)
        {
            if (known.Start == start && known.Length == length)
            {
                return;
            }
        }

        evidence.Add(new(start, length, matched));
    }

    /// <summary>The word that a folded character belongs to; of a space the word after it.</summary>
    public int WordAt(int index)
    {
        var (low, high) = (0, WordCount);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            (low, high) = _words[middle].End <= index ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_chars.Length <= LargestKept)
        {
            spare = this;
        }
    }

    internal void Add(char value, int start, int end)
    {
        if (Length == _chars.Length)
        {
            Array.Resize(ref _chars, Length * 2);
            Array.Resize(ref _starts, Length * 2);
            Array.Resize(ref _ends, Length * 2);
        }

        (_chars[Length], _starts[Length], _ends[Length]) = (value, start, end);
        Length++;
    }

    internal void AddWord(FoldedWord word)
    {
        if (WordCount == _words.Length)
        {
            Array.Resize(ref _words, WordCount * 2);
        }

        _words[WordCount++] = word;
    }

    /// <summary>The last character stands for what follows in the original as well.</summary>
    internal void Extend(int end) => _ends[Length - 1] = end;

    /// <summary>Takes characters off the end.</summary>
    internal void Cut(int length) => Length = length;

    /// <summary>Where the last character ends in the original.</summary>
    internal int OriginalEnd => _ends[Length - 1];

    /// <summary>Makes letters of the digits from here on.</summary>
    internal void Reveal(int start)
    {
        foreach (ref var letter in _chars.AsSpan(start, Length - start))
        {
            letter = Disguise.Letter(letter);
        }
    }

    /// <summary>Makes one word of the last ones, and moves what was begun after them.</summary>
    /// <returns>Where that begins now.</returns>
    internal int Join(int words)
    {
        var (first, begun) = (WordCount - words, _words[WordCount - 1].End + 1);
        var to = _words[first].End;
        for (var i = first + 1; i < WordCount; i++)
        {
            Copy(_words[i].Start, to++);
        }

        _words[first].End = to;
        WordCount = first + 1;
        for (var from = begun - 1; from < Length; from++)
        {
            Copy(from, to++);
        }

        Length = to;
        return _words[first].End + 1;
    }

    private void Copy(int from, int to) => (_chars[to], _starts[to], _ends[to]) = (_chars[from], _starts[from], _ends[from]);

    private static FoldedText Rent()
    {
        var rented = spare ?? new FoldedText();
        spare = null;
        return rented;
    }

    private FoldedText Fill(string text, bool plain)
    {
        (Length, WordCount, Signals) = (0, 0, default);
        new TextFolder(this, plain).Fold(text);
        return this;
    }
}
