namespace SocialOps.Responses.Lexicons;

/// <summary>The hashed letter sequences of a word: what the offence model was trained on, and what it is asked with.</summary>
internal static class CharGrams
{
    /// <summary>The shortest and the longest sequence; the spaces around a word count as letters.</summary>
    public const int Shortest = 2;

    /// <inheritdoc cref="Shortest"/>
    public const int Longest = 6;

    private const int LongestWord = 260;

    /// <summary>The most that one word has; what is longer counts with its beginning.</summary>
    public const int MostOfAWord = LongestWord * (Longest - Shortest + 1);

    /// <summary>Hashes the sequences of a word.</summary>
    /// <param name="word">The word with the space before and after it.</param>
    /// <param name="bits">How many bits a hash has.</param>
    /// <param name="hashes">Room for <see cref="MostOfAWord"/>.</param>
    /// <returns>How many there are.</returns>
    public static int Of(ReadOnlySpan<char> word, int bits, Span<int> hashes)
    {
        var count = 0;
        word = word[..Math.Min(word.Length, LongestWord)];
        for (var start = 0; start < word.Length; start++)
        {
            var hash = 2166136261u;
            var most = Math.Min(Longest, word.Length - start);
            for (var length = 1; length <= most; length++)
            {
                hash = (hash ^ word[start + length - 1]) * 16777619u;
                if (length >= Shortest)
                {
                    hashes[count++] = (int)((hash * 2654435769u) >> (32 - bits));
                }
            }
        }

        return count;
    }
}
