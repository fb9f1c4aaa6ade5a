using SocialOps.Responses.Text;

namespace SocialOps.Responses.Matching;

/// <summary>A word or a phrase that is looked for; a star at a word's end or start stands for any letters.</summary>
internal sealed class Phrase
{
    private readonly PhrasePart[] _parts;
    private readonly int _keyParts;

    public Phrase(string text)
    {
        Text = text;
        _parts = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(PartsOf)];
        (Key, _keyParts) = KeyOf(_parts);
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>How many words it has; 0 when nothing in it can stand in a text.</summary>
    public int Words => _parts.Length;

    /// <summary>What stands in the folded text wherever the phrase does: as much of its beginning as no star interrupts.</summary>
    public string Key { get; }

    /// <summary>Whether the rest follows a key that was found, and where it ends.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="start">Where the key begins.</param>
    /// <param name="end">The end of the key, then that of the phrase.</param>
    public bool Continues(FoldedText text, int start, ref int end)
    {
        if (_keyParts == _parts.Length)
        {
            return true;
        }

        var word = text.WordAt(Key[0] == ' ' ? start + 1 : start) + _keyParts;
        for (var i = _keyParts; i < _parts.Length; i++, word++)
        {
            if (word >= text.WordCount || !_parts[i].Matches(text.Chars[text.Words[word].Start..text.Words[word].End]))
            {
                return false;
            }
        }

        end = text.Words[word - 1].End;
        return true;
    }

    private static (string Key, int Parts) KeyOf(PhrasePart[] parts)
    {
        var key = "";
        for (var i = 0; i < parts.Length; i++)
        {
            key += (i == 0 && parts[i].AnyStart ? "" : i == 0 ? " " : "") + parts[i].Word;
            if (parts[i].AnyEnd)
            {
                return (key, i + 1);
            }

            key += " ";
            if (i + 1 < parts.Length && parts[i + 1].AnyStart)
            {
                return (key, i + 1);
            }
        }

        return (key, parts.Length);
    }

    private static IEnumerable<PhrasePart> PartsOf(string word)
    {
        var words = FoldedText.WordsOf(word.Trim('*'));
        for (var i = 0; i < words.Count; i++)
        {
            yield return new(words[i], i == 0 && word.StartsWith('*'), i == words.Count - 1 && word.EndsWith('*'));
        }
    }
}

/// <summary>One word of a phrase.</summary>
internal readonly record struct PhrasePart(string Word, bool AnyStart, bool AnyEnd)
{
    public bool Matches(ReadOnlySpan<char> word) => (AnyStart, AnyEnd) switch
    {
        (false, false) => word.SequenceEqual(Word),
        (false, true) => word.StartsWith(Word, StringComparison.Ordinal),
        (true, false) => word.EndsWith(Word, StringComparison.Ordinal),
        (true, true) => word.Contains(Word, StringComparison.Ordinal),
    };
}
