using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall.Fairness;

/// <summary>How much rest people must have. All local times and days are the person's own. What is <see langword="null"/> or <see langword="false"/> is not asked for.</summary>
public sealed record RestRules
{
    /// <summary>How long somebody must rest after an engagement; 11 hours by default.</summary>
    public Duration? RestAfterEngagement { get; init; } = Duration.FromHours(11);

    /// <summary>In how many nights of a week, Monday to Sunday, somebody may be on duty; a night belongs to the day on which it begins.</summary>
    public int? NightsAWeek { get; init; }

    /// <summary>On how many days in a row somebody may be on duty.</summary>
    public int? DaysInARow { get; init; }

    /// <summary>Nobody is on duty on two weekends in a row.</summary>
    public bool NoTwoWeekendsInARow { get; init; }

    /// <summary>When the night begins.</summary>
    public LocalTime NightFrom { get; init; } = new(23, 0);

    /// <summary>When the night ends.</summary>
    public LocalTime NightUntil { get; init; } = new(6, 0);

    /// <summary>The rest after an engagement as an absence: added to the person, deputies stand in.</summary>
    /// <param name="engagement">The engagement.</param>
    public TimedAbsence? RestAfter(Engagement engagement)
    {
        ArgumentNullException.ThrowIfNull(engagement);
        return RestAfterEngagement is { } rest ? new(engagement.To, engagement.To + rest, Reason: "rest after work on duty") : null;
    }
}
