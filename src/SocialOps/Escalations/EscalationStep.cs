using NodaTime;

namespace SocialOps.Escalations;

/// <summary>One step.</summary>
/// <param name="Targets">Who is told; resolved when the step fires.</param>
/// <param name="Delay">How long to wait for somebody to act before the next step; <see langword="null"/> for the default by severity: crisis 5 min, high 15 min, otherwise 60 min.</param>
public sealed record EscalationStep(IReadOnlyList<EscalationTarget> Targets, Duration? Delay = null)
{
    /// <summary>Whether the delay is elapsed time or open time of the promise.</summary>
    public DelayClock Clock { get; init; } = DelayClock.Elapsed;
}
