using SocialOps.Channels;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.Responses;

/// <summary>How far the engine may go alone under a policy; what the library caps itself stays capped.</summary>
public sealed record AutonomyDefinition
{
    /// <summary>The most, whatever the item.</summary>
    public AutonomyLevel Level { get; init; } = AutonomyLevel.ActWithinPool;

    /// <summary>The most for some categories.</summary>
    public IReadOnlyList<CategoryAutonomy> Categories { get; init; } = [];

    /// <summary>The hours outside of which <see cref="OutsideHours"/> is the most; <see langword="null"/> for none.</summary>
    public CalendarId? Hours { get; init; }

    /// <summary>The most outside the hours.</summary>
    public AutonomyLevel OutsideHours { get; init; } = AutonomyLevel.ActWithinPool;
}

/// <summary>The most for a category.</summary>
/// <param name="Category">The primary label.</param>
/// <param name="Level">The most.</param>
public sealed record CategoryAutonomy(Category Category, AutonomyLevel Level);
