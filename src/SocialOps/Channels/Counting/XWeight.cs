using System.Globalization;

namespace SocialOps.Channels.Counting;

/// <summary>twitter-text, configuration 3: weights in hundredths of a character, rounded down at the end.</summary>
internal static class XWeight
{
    private const int Scale = 100;
    private const int Default = 200;
    private const int Link = 23 * Scale;

    /// <summary>The ranges that weigh one character; both ends included.</summary>
    private static readonly (int First, int Last)[] Light = [(0, 4351), (8192, 8205), (8208, 8223), (8242, 8247)];

    public static int Of(string text)
    {
        var (weight, done) = (0, 0);
        foreach (var (start, length) in WebAddress.FindAll(text, bareToo: true))
        {
            weight += OfText(text.AsSpan(done, start - done)) + Link;
            done = start + length;
        }

        return (weight + OfText(text.AsSpan(done))) / Scale;
    }

    private static int OfText(ReadOnlySpan<char> text)
    {
        var weight = 0;
        while (!text.IsEmpty)
        {
            var element = text[..StringInfo.GetNextTextElementLength(text)];
            text = text[element.Length..];
            var emoji = Emoji.LengthAt(element);
            weight += emoji > 0 ? Default : 0;
            foreach (var rune in element[emoji..].EnumerateRunes())
            {
                weight += Array.Exists(Light, l => rune.Value >= l.First && rune.Value <= l.Last) ? Scale : Default;
            }
        }

        return weight;
    }
}
