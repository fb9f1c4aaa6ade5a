namespace SocialOps.Content;

/// <summary>Where one variant stands between the first draft and the network, its publication included; the least advanced first. An item's state is derived from these (<see cref="ItemState"/>).</summary>
public enum ContentState
{
    /// <summary>It is being written.</summary>
    Draft,

    /// <summary>Somebody asked for changes.</summary>
    ChangesRequested,

    /// <summary>People decide about it.</summary>
    InReview,

    /// <summary>Approved; not scheduled yet.</summary>
    Approved,

    /// <summary>A person or a crisis holds it back.</summary>
    Held,

    /// <summary>It waits for its instant.</summary>
    Scheduled,

    /// <summary>It is being sent.</summary>
    Sending,

    /// <summary>It may be there or not.</summary>
    OutcomeUnknown,

    /// <summary>A person has to look.</summary>
    NeedsHuman,

    /// <summary>Refused by a person. An end.</summary>
    Rejected,

    /// <summary>Nobody decided in time. An end.</summary>
    Expired,

    /// <summary>Taken back before it was scheduled. An end.</summary>
    Withdrawn,

    /// <summary>Taken back before it was sent. An end.</summary>
    Cancelled,

    /// <summary>The network refused it. An end.</summary>
    Failed,

    /// <summary>It was there and was taken down. An end.</summary>
    Retracted,

    /// <summary>It is there. An end.</summary>
    Published,

    /// <summary>Of an item only: some of its variants are there, the others have ended otherwise or are held.</summary>
    PartiallyPublished,
}
