namespace SocialOps.Content.Style;

/// <summary>A phrase to look for: words and signs in a row, some of them optional or one of several.</summary>
internal sealed class Phrase
{
    private readonly Part[] _parts;

    private Phrase(IEnumerable<Part> parts) => _parts = [.. parts];

    /// <summary>A phrase with <c>a|b</c>, <c>(a|b)</c> and stars.</summary>
    public static Phrase Parse(string text)
    {
        var parts = from word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    let isOptional = word.StartsWith('(') && word.EndsWith(')')
                    let words = word.Trim('(', ')').Split('|', StringSplitOptions.RemoveEmptyEntries)
                    where words.Length > 0
                    from part in words.Length == 1 ? PartsOf(words[0], isOptional) : [new Part(words, isOptional)]
                    select part;
        return new(parts);
    }

    /// <summary>A text as it stands.</summary>
    public static Phrase Literal(string text) => new(TextWords.Of(text).Select(w => new Part([w.Text], false)));

    /// <summary>Where it stands, each place once.</summary>
    public IEnumerable<TextSpan> FindAll(IReadOnlyList<TextWord> words)
    {
        var (ways, next) = (new List<int>(), new List<int>());
        for (var start = 0; _parts.Length > 0 && start < words.Count; start++)
        {
            if (EndOf(words, start, ways, next) is { } end && end > start)
            {
                yield return new(words[start].Start, words[end - 1].End - words[start].Start);
            }
        }
    }

    /// <summary>Goes on in all ways at once, the longest first: however many parts are optional, it takes no longer than parts times ways.</summary>
    private int? EndOf(IReadOnlyList<TextWord> words, int start, List<int> ways, List<int> next)
    {
        if (!_parts[0].IsOptional && !_parts[0].Matches(words[start].Text))
        {
            return null;
        }

        ways.Clear();
        ways.Add(start);
        foreach (var part in _parts)
        {
            next.Clear();
            foreach (var at in ways)
            {
                if (at < words.Count && part.Matches(words[at].Text) && !next.Contains(at + 1))
                {
                    next.Add(at + 1);
                }

                if (part.IsOptional && !next.Contains(at))
                {
                    next.Add(at);
                }
            }

            if (next.Count == 0)
            {
                return null;
            }

            (ways, next) = (next, ways);
        }

        return ways[0];
    }

    /// <summary>A written word may be several: <c>Bio-Siegel</c> is a word, a sign and a word.</summary>
    private static IEnumerable<Part> PartsOf(string word, bool isOptional)
    {
        var words = TextWords.Of(word.TrimEnd('*'));
        return words.Select((w, i) => new Part([i == words.Count - 1 && word.EndsWith('*') ? w.Text + '*' : w.Text], isOptional));
    }

    private sealed record Part(string[] Words, bool IsOptional)
    {
        public bool Matches(string word) => Array.Exists(Words, w => w.EndsWith('*')
            ? word.AsSpan().StartsWith(w.AsSpan(0, w.Length - 1), StringComparison.OrdinalIgnoreCase)
            : string.Equals(word, w, StringComparison.OrdinalIgnoreCase));
    }
}
