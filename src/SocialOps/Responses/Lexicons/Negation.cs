using SocialOps.Responses.Text;

namespace SocialOps.Responses.Lexicons;

/// <summary>Whether a negation near some words turns their meaning. It does not reach over a comma or a full stop.</summary>
internal static class Negation
{
    /// <param name="text">The text, its negating words marked.</param>
    /// <param name="first">The first of the words.</param>
    /// <param name="last">The last of them.</param>
    /// <param name="pleasant">They are pleasant: "gut ist hier nichts", "gefällt mir nicht" turn them from further away than "nicht schlecht" does.</param>
    public static bool Turns(FoldedText text, int first, int last, bool pleasant)
    {
        var words = text.Words;
        for (var i = first - 1; i >= 0 && i >= first - (pleasant ? 3 : 1) && !Begins(words[i + 1]); i--)
        {
            if (words[i].Traits.HasFlag(WordTraits.Negates))
            {
                return true;
            }
        }

        for (var i = last + 1; pleasant && i < words.Length && i <= last + 3 && !Begins(words[i]); i++)
        {
            if (words[i].Traits.HasFlag(WordTraits.Negates))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begins(FoldedWord word) => word.Traits.HasFlag(WordTraits.BeginsClause);
}
