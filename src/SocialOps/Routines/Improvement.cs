using NodaTime;
using SocialOps.Definitions;

namespace SocialOps.Routines;

/// <summary>Something that could be better: found, acted on, verified (requirement 1.16); ideas, suggestions and impulses with what became of them (requirements 3.8 and 4.10). Immutable.</summary>
public sealed record Improvement
{
    /// <summary>Its id.</summary>
    public required ImprovementId Id { get; init; }

    /// <summary>What it is.</summary>
    public required ImprovementKind Kind { get; init; }

    /// <summary>What was seen or proposed.</summary>
    public required string Text { get; init; }

    /// <summary>Who brought it.</summary>
    public required Actor By { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Where it came up.</summary>
    public RoutineId? Routine { get; init; }

    /// <summary>Where it stands.</summary>
    public ImprovementState State { get; init; }

    /// <summary>What is done about it.</summary>
    public string? Action { get; init; }

    /// <summary>What came of it, or why it was dropped.</summary>
    public string? Outcome { get; init; }

    /// <summary>Who acted; somebody else verifies, unless the team is one person.</summary>
    public Actor? ActedBy { get; init; }
}

/// <summary>What an improvement is.</summary>
public enum ImprovementKind
{
    /// <summary>Something that went wrong.</summary>
    Finding,

    /// <summary>Something new to try.</summary>
    Idea,

    /// <summary>Something seen outside.</summary>
    Impulse,

    /// <summary>Something learned about a platform.</summary>
    Learning,
}

/// <summary>Where an improvement stands.</summary>
public enum ImprovementState
{
    /// <summary>Nobody has acted on it.</summary>
    Open,

    /// <summary>Somebody has acted on it.</summary>
    Acted,

    /// <summary>Somebody has seen that it helped.</summary>
    Verified,

    /// <summary>It was decided not to.</summary>
    Dropped,
}
