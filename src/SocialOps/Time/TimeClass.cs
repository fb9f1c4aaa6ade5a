namespace SocialOps.Time;

/// <summary>The class of time in which something starts (requirement 0.12); it decides which target holds.</summary>
public enum TimeClass
{
    /// <summary>Monday to Friday, holidays excepted.</summary>
    Workday,

    /// <summary>Saturday, Sunday or a holiday of the calendar.</summary>
    Weekend,

    /// <summary>The person on duty is known to be in a meeting.</summary>
    InMeeting,
}
