namespace SocialOps.People;

/// <summary>Whether an absence counts.</summary>
public enum AbsenceState
{
    /// <summary>It counts: the person is away.</summary>
    Approved,

    /// <summary>It is asked for: the person is still on duty, but the hours are at risk.</summary>
    Requested,
}
