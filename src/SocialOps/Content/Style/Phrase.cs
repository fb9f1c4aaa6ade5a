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
        for (var start = 0; _parts.Length > 0 && start < words.Count; start++)
        {
            if (EndOf(words, start, 0) is { } end && end > start)
            {
                yield return new(words[start].Start, words[end - 1].End - words[start].Start);
            }
        }
    }

    private int? EndOf(IReadOnlyList<TextWord> words, int word, int part)
    {
        if (part == _parts.Length)
        {
            return word;
        }

        return word < words.Count && _parts[part].Matches(words[word].Text) && EndOf(words, word + 1, part + 1) is { } end ? end
            : _parts[part].IsOptional ? EndOf(words, word, part + 1)
            : null;
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
