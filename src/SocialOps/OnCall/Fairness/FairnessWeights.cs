using NodaTime;

namespace SocialOps.OnCall.Fairness;

/// <summary>How much an hour of duty weighs. Where several weights hold, the greatest counts. All local times and days are the person's own.</summary>
public sealed record FairnessWeights
{
    /// <summary>What a plain hour weighs.</summary>
    public decimal Plain { get; init; } = 1m;

    /// <summary>What an hour of the night weighs.</summary>
    public decimal Night { get; init; } = 1.5m;

    /// <summary>What an hour of a Saturday or Sunday weighs.</summary>
    public decimal Weekend { get; init; } = 1.5m;

    /// <summary>What an hour of a holiday weighs.</summary>
    public decimal Holiday { get; init; } = 2m;

    /// <summary>What an hour taken over by a swap weighs beside its own weight: thanks for having taken it.</summary>
    public decimal SwapCredit { get; init; } = 0.25m;

    /// <summary>When the night begins.</summary>
    public LocalTime NightFrom { get; init; } = new(22, 0);

    /// <summary>When the night ends.</summary>
    public LocalTime NightUntil { get; init; } = new(6, 0);
}
