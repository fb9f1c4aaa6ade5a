namespace SocialOps.Guidelines;

/// <summary>One part of a guideline that can be cited.</summary>
/// <param name="Key">Its key, unique within the document, e.g. <c>respect</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Texts">What it says, by language: <c>de</c>, <c>en</c>.</param>
public sealed record GuidelineSection(string Key, GuidelineSectionKind Kind, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>Sentences that hit it, for exercises and reviews (requirement 4.22).</summary>
    public IReadOnlyList<string> Good { get; init; } = [];

    /// <summary>Sentences that miss it.</summary>
    public IReadOnlyList<string> Bad { get; init; } = [];

    /// <summary>What it says in a language, else in the first that it is written in.</summary>
    /// <param name="language">E.g. <c>de</c>, compared without case.</param>
    public string TextIn(string language)
        => Texts.FirstOrDefault(t => string.Equals(t.Key, language, StringComparison.OrdinalIgnoreCase)).Value ?? Texts.Values.FirstOrDefault() ?? "";
}

/// <summary>What a section of a guideline is.</summary>
public enum GuidelineSectionKind
{
    /// <summary>What holds for everybody who writes on the client's pages; public.</summary>
    Netiquette,

    /// <summary>What holds for those who answer; not public.</summary>
    InternalRule,

    /// <summary>What the brand believes in (requirement 4.7).</summary>
    BrandCreed,

    /// <summary>Words, pictures, sequences, timing.</summary>
    Style,

    /// <summary>What comes again: a format, a ritual.</summary>
    Ritual,

    /// <summary>How it is to sound (requirement 4.22).</summary>
    Tonality,
}
