using NodaTime;

namespace SocialOps.Work;

/// <summary>How long a failed row waits: longer each time, at most half an hour. It is never given up; from the fifth failure on the last resort hears of it.</summary>
internal static class RetryDelay
{
    private const int StuckAfter = 5;

    private static readonly Duration[] Delays = [Duration.FromSeconds(5), Duration.FromSeconds(30), Duration.FromMinutes(2), Duration.FromMinutes(10), Duration.FromMinutes(30)];

    public static bool IsStuck(WorkItem work) => work.Attempt >= StuckAfter;

    /// <summary>Somebody may have been told of its failures.</summary>
    public static bool WasStuck(WorkItem work) => work.Attempt > StuckAfter;

    public static WorkOutcome After(WorkItem work, Instant now, string error)
        => new WorkOutcome.RetryAt(now + Delays[Math.Clamp(work.Attempt - 1, 0, Delays.Length - 1)], error);
}
