using NodaTime;

namespace SocialOps.Work;

/// <summary>How long a failed row waits: 5 attempts over about a quarter of an hour, then it is dead and waits for a person.</summary>
internal static class RetryDelay
{
    public const int MaxAttempts = 5;

    private static readonly Duration[] Delays = [Duration.FromSeconds(5), Duration.FromSeconds(30), Duration.FromMinutes(2), Duration.FromMinutes(10)];

    public static WorkOutcome After(WorkItem work, Instant now, string error)
        => work.Attempt >= MaxAttempts ? new WorkOutcome.Dead(error) : new WorkOutcome.RetryAt(now + Delays[Math.Clamp(work.Attempt - 1, 0, Delays.Length - 1)], error);
}
