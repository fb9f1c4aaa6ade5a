using SocialOps.Channels;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.ServicePackages;

/// <summary>What an agency sells: who answers, and by when.</summary>
public sealed record PackageDefinition
{
    /// <summary>The package's id.</summary>
    public required PackageId Id { get; init; }

    /// <summary>The name that people read.</summary>
    public required string Name { get; init; }

    /// <summary>Who answers comments (requirements 0.9 and 0.10).</summary>
    public required EngagementOwner Engagement { get; init; }

    /// <summary>The most that the engine may do alone for a client with this package.</summary>
    public AutonomyLevel Autonomy { get; init; } = AutonomyLevel.ActWithinPool;

    /// <summary>The promises; the first that applies to a case is the case's own.</summary>
    public IReadOnlyList<ServiceLevel> ServiceLevels { get; init; } = [];
}

/// <summary>Who answers comments.</summary>
public enum EngagementOwner
{
    /// <summary>The client: the agency watches and tells, and never replies (requirement 0.9).</summary>
    Client,

    /// <summary>The agency is the first to answer (requirement 0.10).</summary>
    Agency,
}

/// <summary>By when what must have happened, for the cases that it applies to. A target that is not set gives no clock.</summary>
public sealed record ServiceLevel
{
    /// <summary>The level's name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>The categories it applies to; empty for all.</summary>
    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>The least severity it applies to.</summary>
    public Severity MinSeverity { get; init; }

    /// <summary>Over whose hours the targets count; <see langword="null"/> for 24 hours on 7 days.</summary>
    public CalendarId? Calendar { get; init; }

    /// <summary>By when the author has seen a first reaction, or a person decided with a reason that none is due.</summary>
    public ResponseTargets? Acknowledge { get; init; }

    /// <summary>By when the next action follows; starts when acknowledged, or at the missed Acknowledge deadline.</summary>
    public ResponseTargets? NextAction { get; init; }

    /// <summary>By when the client has been reached.</summary>
    public ResponseTargets? ClientContact { get; init; }

    /// <summary>Whether the level applies to such a case.</summary>
    public bool AppliesTo(Category category, Severity severity)
        => severity >= MinSeverity && (Categories.Count == 0 || Categories.Contains(category));
}
