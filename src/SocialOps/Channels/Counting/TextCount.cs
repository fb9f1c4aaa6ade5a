using System.Globalization;
using System.Text;
using SocialOps.Channels.Counting;

namespace SocialOps.Channels;

/// <summary>Counts a text as a network does. Pure and thread-safe; independent of culture.</summary>
public static class TextCount
{
    /// <summary>The length of a text.</summary>
    /// <param name="counter">How to count.</param>
    /// <param name="text">The text in NFC, as a revision keeps it.</param>
    public static int Of(TextCounter counter, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return counter switch
        {
            TextCounter.Utf16 => text.Length,
            TextCounter.Grapheme => Graphemes(text),
            TextCounter.XWeighted => XWeight.Of(text),
            TextCounter.MastodonFlatUrl => Graphemes(MastodonText.Countable(text)),
            TextCounter.Bytes => Encoding.UTF8.GetByteCount(text),
            _ => throw new ArgumentOutOfRangeException(nameof(counter), counter, "Not a text counter."),
        };
    }

    private static int Graphemes(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (; !text.IsEmpty; count++)
        {
            text = text[StringInfo.GetNextTextElementLength(text)..];
        }

        return count;
    }
}
