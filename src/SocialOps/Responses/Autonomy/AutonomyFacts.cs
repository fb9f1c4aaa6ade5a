using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Responses;

/// <summary>What bounds how far the engine may go with an item.</summary>
/// <param name="Category">The primary label.</param>
/// <param name="Cause">What a complaint is about.</param>
public sealed record AutonomyFacts(Category Category, ComplaintCause Cause = ComplaintCause.Other)
{
    /// <summary>The package says that the client answers.</summary>
    public bool ClientReplies { get; init; }

    /// <summary>The most that the package allows.</summary>
    public AutonomyLevel Package { get; init; } = AutonomyLevel.ActWithinPool;

    /// <summary>What the policy allows.</summary>
    public AutonomyDefinition Policy { get; init; } = new();

    /// <summary>It is outside the policy's hours.</summary>
    public bool IsOutsideHours { get; init; }

    /// <summary>Who stands behind what the engine sends: whoever is on duty; <see langword="null"/> for nobody.</summary>
    public string? Person { get; init; }

    /// <summary>How far that person may go.</summary>
    public AutonomyLevel PersonLevel { get; init; } = AutonomyLevel.ActWithinPool;

    /// <summary>How high the wave is, 0 to 6.</summary>
    public int CrisisLevel { get; init; }

    /// <summary>To what a breach has lowered it; <see langword="null"/> for none.</summary>
    public AutonomyLevel? Conformity { get; init; }
}
