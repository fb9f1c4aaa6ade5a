namespace SocialOps.Definitions;

/// <summary>Why a client is on social media at all: without it nothing goes live (requirements 1.18 and 2.1).</summary>
public sealed record StrategyDefinition
{
    /// <summary>What is to be reached, in words that can be checked.</summary>
    public IReadOnlyList<string> Goals { get; init; } = [];

    /// <summary>Whom it is for.</summary>
    public IReadOnlyList<string> TargetGroups { get; init; } = [];

    /// <summary>The guideline that decisions cite: the id of one of the agency's documents (<see cref="AgencyDefinition.Guidelines"/>), or the name of one that is kept elsewhere and cannot be cited.</summary>
    public string? Guideline { get; init; }

    /// <summary>What makes the brand unmistakable: its message, its tone.</summary>
    public string? Brand { get; init; }

    /// <summary>Why these networks and no others, by network (requirement 2.2).</summary>
    public IReadOnlyDictionary<string, string> ChannelReasons { get; init; } = new Dictionary<string, string>();
}
