namespace SocialOps.People;

/// <summary>Whether somebody is available just now.</summary>
public enum AvailabilityKind
{
    /// <summary>Available.</summary>
    Available,

    /// <summary>In a meeting: still on duty, but promises may give more time.</summary>
    InMeeting,

    /// <summary>Away: not on duty, a deputy stands in.</summary>
    Away,
}
