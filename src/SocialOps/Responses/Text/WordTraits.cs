namespace SocialOps.Responses.Text;

/// <summary>What stands around a word, and what the lexicon found in it.</summary>
[Flags]
internal enum WordTraits : byte
{
    None = 0,

    /// <summary>A comma, a full stop or the like stands before it: a negation does not reach across.</summary>
    BeginsClause = 1,

    /// <summary>Part of a web address.</summary>
    Link = 2,

    /// <summary>Part of a name that is addressed with @.</summary>
    Mention = 4,

    /// <summary>It negates what is near.</summary>
    Negates = 8,
}

/// <summary>A word in the folded text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The one after its last.</param>
/// <param name="Traits">What stands around it.</param>
internal record struct FoldedWord(int Start, int End, WordTraits Traits);
