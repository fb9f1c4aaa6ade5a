using NodaTime;
using SocialOps.People;

namespace SocialOps.Content;

/// <summary>What a client's texts must and must not say (requirement 4.19). Immutable; a change is the next version.</summary>
public sealed record StyleGuide
{
    /// <summary>Says nothing.</summary>
    public static StyleGuide Empty { get; } = new();

    /// <summary>The version, from 1; 0 for none.</summary>
    public int Version { get; init; }

    /// <summary>What must not be said.</summary>
    public IReadOnlyList<ForbiddenPhrase> Forbidden { get; init; } = [];

    /// <summary>What must be said.</summary>
    public IReadOnlyList<RequiredPhrase> Required { get; init; } = [];

    /// <summary>What is known to be true, word for word.</summary>
    public IReadOnlyList<ApprovedStatement> Statements { get; init; } = [];

    /// <summary>The goals or messages that every item serves at least one of (requirement 1.11); empty for none.</summary>
    public IReadOnlyList<string> Pillars { get; init; } = [];

    /// <summary>What sounds as if the writer defended themselves.</summary>
    public ToneList Tone { get; init; } = ToneList.Defensive;
}

/// <summary>
/// A phrase that must not be said. Compared word by word without case; a blank stands for any white space, <c>a|b</c> for one of the words, <c>(a|b)</c> for one of them or none, a star at a
/// word's end for any letters.
/// </summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Why">Why, for people.</param>
/// <param name="Instead">What to say instead.</param>
/// <param name="Severity">Whether it blocks.</param>
public sealed record ForbiddenPhrase(string Phrase, string Why, string? Instead = null, FindingSeverity Severity = FindingSeverity.Error);

/// <summary>A phrase that must be said; compared as a <see cref="ForbiddenPhrase"/> is.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Why">Why, for people.</param>
/// <param name="WhenSaying">Only beside this phrase; <see langword="null"/> in every text.</param>
/// <param name="WhenPaid">Only in paid partnerships.</param>
public sealed record RequiredPhrase(string Phrase, string Why, string? WhenSaying = null, bool WhenPaid = false);

/// <summary>A true statement with the person who vouches for it (requirements 4.2 and 4.19).</summary>
/// <param name="Id">Its name in the guide.</param>
/// <param name="Text">The statement, as it may be said.</param>
/// <param name="FactSource">Where it can be checked.</param>
/// <param name="FactOwner">Who vouches for it: usually somebody at the client.</param>
/// <param name="ValidUntil">The last day on which it may be published; after it the owner confirms it anew.</param>
/// <param name="Topics">Phrases that show that a text is about it and should say it in these words.</param>
public sealed record ApprovedStatement(string Id, string Text, string FactSource, Recipient FactOwner, LocalDate ValidUntil, IReadOnlyList<string> Topics);
