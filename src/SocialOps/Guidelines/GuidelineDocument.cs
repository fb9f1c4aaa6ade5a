using System.Text.Json.Serialization;

namespace SocialOps.Guidelines;

/// <summary>
/// What a client, or the agency, holds itself to (requirements 1.4 and 4.7): netiquette, internal rules, brand creed, style, rituals, tonality. A client's is the one that its strategy names. Immutable; a change is the next version, and
/// earlier ones stay: decisions cite <c>guideline@version#section</c>.
/// </summary>
public sealed record GuidelineDocument
{
    /// <summary>The document's id.</summary>
    public required GuidelineId Id { get; init; }

    /// <summary>The name that people read.</summary>
    public required string Name { get; init; }

    /// <summary>What it says, in order.</summary>
    public IReadOnlyList<GuidelineSection> Sections { get; init; } = [];

    /// <summary>The version, from 1; given when it is stored, 0 before.</summary>
    [JsonIgnore]
    public int Version { get; init; }

    /// <summary>SHA-256 over the canonical JSON of this version, in lower-case hex; given when it is stored.</summary>
    [JsonIgnore]
    public string? Hash { get; init; }

    /// <summary>The section with this key, or <see langword="null"/>.</summary>
    public GuidelineSection? FindSection(string key) => Sections.FirstOrDefault(s => string.Equals(s.Key, key, StringComparison.Ordinal));

    /// <summary>A citation of a section of this version.</summary>
    public GuidelineCitation Cite(string section) => new(Id, Version, section);
}
