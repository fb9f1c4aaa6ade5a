namespace SocialOps.Responses;

/// <summary>A word or a phrase of a rule; a star at a word's end or start stands for any letters.</summary>
internal sealed class WordPattern
{
    private readonly Part[] _parts;

    public WordPattern(string text)
    {
        Text = text;
        _parts = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(ToParts)];
    }

    public string Text { get; }

    /// <summary>The word that must stand in the text for the pattern to match at all, where it begins with a plain one.</summary>
    public string? FirstWord => _parts.Length > 0 && _parts[0] is { AnyStart: false, AnyEnd: false } ? _parts[0].Word : null;

    public bool Matches(List<string> words)
    {
        for (var start = 0; _parts.Length > 0 && start + _parts.Length <= words.Count; start++)
        {
            if (MatchesAt(words, start))
            {
                return true;
            }
        }

        return false;
    }

    private bool MatchesAt(List<string> words, int start)
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            if (!_parts[i].Matches(words[start + i]))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<Part> ToParts(string word)
    {
        var words = NormalText.Words(word.Trim('*'));
        for (var i = 0; i < words.Count; i++)
        {
            yield return new(words[i], i == 0 && word.StartsWith('*'), i == words.Count - 1 && word.EndsWith('*'));
        }
    }

    private sealed record Part(string Word, bool AnyStart, bool AnyEnd)
    {
        public bool Matches(string word) => (AnyStart, AnyEnd) switch
        {
            (false, false) => string.Equals(word, Word, StringComparison.Ordinal),
            (false, true) => word.StartsWith(Word, StringComparison.Ordinal),
            (true, false) => word.EndsWith(Word, StringComparison.Ordinal),
            (true, true) => word.Contains(Word, StringComparison.Ordinal),
        };
    }
}
