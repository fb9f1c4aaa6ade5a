using System.Globalization;
using System.Text;

namespace SocialOps.Content.Style;

/// <summary>A word or a sign of a text, and where it stands.</summary>
internal readonly record struct TextWord(string Text, int Start)
{
    public int End => Start + Text.Length;
}

/// <summary>Cuts a text into words (letters, digits and their marks) and signs, each sign by itself; white space only parts them.</summary>
internal static class TextWords
{
    public static List<TextWord> Of(string text)
    {
        var words = new List<TextWord>();
        var start = -1;
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isLetter = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (isLetter && start < 0)
            {
                start = index;
            }
            else if (!isLetter)
            {
                Flush(text, ref start, index, words);
                if (!Rune.IsWhiteSpace(rune))
                {
                    words.Add(new(rune.ToString(), index));
                }
            }

            index += rune.Utf16SequenceLength;
        }

        Flush(text, ref start, index, words);
        return words;
    }

    private static void Flush(string text, ref int start, int end, List<TextWord> words)
    {
        if (start >= 0)
        {
            words.Add(new(text[start..end], start));
            start = -1;
        }
    }
}
