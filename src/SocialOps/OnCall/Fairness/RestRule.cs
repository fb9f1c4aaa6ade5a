namespace SocialOps.OnCall.Fairness;

/// <summary>A rule about rest.</summary>
public enum RestRule
{
    /// <summary>Rest after an engagement.</summary>
    RestAfterEngagement,

    /// <summary>Nights a week.</summary>
    NightsAWeek,

    /// <summary>Days in a row.</summary>
    DaysInARow,

    /// <summary>Weekends in a row.</summary>
    WeekendsInARow,
}
