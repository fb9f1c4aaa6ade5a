using System.Text.Json;
using NodaTime;

namespace SocialOps.Definitions;

/// <summary>One version of one definition, as it was taken in; never changed afterwards.</summary>
internal sealed record DefinitionVersion
{
    public required DefinitionType Type { get; init; }

    public required string Id { get; init; }

    public required int Version { get; init; }

    /// <summary>SHA-256 of the canonical body.</summary>
    public required string Hash { get; init; }

    /// <summary>Since when it holds; <see langword="null"/> from the beginning of time.</summary>
    public Instant? EffectiveFrom { get; init; }

    public required JsonElement Body { get; init; }

    public string Key => KeyOf(Type, Id, Version);

    public static string KeyOf(DefinitionType type, string id, int version) => $"{type}/{id}/{version}";
}

internal enum DefinitionType
{
    Agency,
    Person,
    Calendar,
    Schedule,
    Escalation,
    Package,
    Policy,
    Reply,
    Client,
    Activity,
    Guideline,
    Routine,
    PlatformChange,

    /// <summary>What a person has learned: no import brings it, and none takes it away.</summary>
    PersonRecord,
}

/// <summary>Which versions made up the agency at one time. Cases remember the revision's number.</summary>
internal sealed record AgencyRevision
{
    public required long Number { get; init; }

    public required Instant ImportedAt { get; init; }

    public required IReadOnlyList<RevisionEntry> Entries { get; init; }
}

/// <summary>One definition of a revision, in the order of the document.</summary>
internal sealed record RevisionEntry(DefinitionType Type, string Id, int Version, string Hash);
