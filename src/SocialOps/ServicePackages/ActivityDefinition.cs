using SocialOps.People;

namespace SocialOps.ServicePackages;

/// <summary>An activity of the agency's own, or what it asks of people for one of <see cref="Activities"/> (requirement 3.1).</summary>
public sealed record ActivityDefinition
{
    /// <summary>The activity's id.</summary>
    public required ActivityId Id { get; init; }

    /// <summary>The name that people read.</summary>
    public required string Name { get; init; }

    /// <summary>The skills that it asks of its owner and of the deputy alike (requirements 3.3 and 3.4).</summary>
    public IReadOnlyList<SkillId> Skills { get; init; } = [];

    /// <summary>The role that it asks for; <see langword="null"/> for that of <see cref="Activities.RoleFor"/>.</summary>
    public PersonRole? Role { get; init; }
}
