using NodaTime;

namespace SocialOps.Work;

/// <summary>How a claim of a work row ends.</summary>
public abstract record WorkOutcome
{
    private WorkOutcome()
    {
    }

    /// <summary>It had its effect.</summary>
    public static WorkOutcome Done { get; } = new Ended(null);

    /// <summary>It is no longer needed: what it waited for has happened otherwise.</summary>
    /// <param name="why">Recorded with the row.</param>
    public static WorkOutcome Superseded(string why) => new Ended(why);

    /// <summary>The row is done.</summary>
    /// <param name="SupersededBy">Why it had no effect; <see langword="null"/> when it had.</param>
    public sealed record Ended(string? SupersededBy) : WorkOutcome;

    /// <summary>It failed, or must wait: the row stays open and is due again.</summary>
    /// <param name="DueAt">When it is due again.</param>
    /// <param name="Error">Why.</param>
    public sealed record RetryAt(Instant DueAt, string Error) : WorkOutcome;

    /// <summary>It failed too often: the row is dead and waits for a person.</summary>
    /// <param name="Error">Why.</param>
    public sealed record Dead(string Error) : WorkOutcome;
}
