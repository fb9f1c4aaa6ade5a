using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.OnCall;

/// <summary>What a duty asks of whoever takes it: "on call for this client, network, language, category". What is not set asks for nothing. Immutable.</summary>
public sealed record DutyRequirement
{
    /// <summary>The client: somebody briefed for it and not walled off from it.</summary>
    public ClientId? Client { get; init; }

    /// <summary>The network's id, compared without case.</summary>
    public string? Network { get; init; }

    /// <summary>The language, e.g. <c>fr</c>, compared without case.</summary>
    public string? Language { get; init; }

    /// <summary>The case's category; the schedule says which skills it asks for.</summary>
    public Category? Category { get; init; }

    /// <summary>Further skills, all of them.</summary>
    public IReadOnlyList<SkillId> Skills { get; init; } = [];
}
