namespace SocialOps.Invariants;

/// <summary>What always holds, whatever crashed (reliability, section b). The number is the invariant's own: <see cref="NextAction"/> is I1.</summary>
public enum Invariant
{
    /// <summary>I1: something comes back to every open case, and what a platform has shown is an item, in quarantine or about to be read.</summary>
    NextAction = 1,

    /// <summary>I2: what was sent has one recorded basis, given before the send, over exactly the bytes sent.</summary>
    Basis = 2,

    /// <summary>I3: what was published has one post of its own.</summary>
    OnePost = 3,

    /// <summary>I4: an item is in the inbox once: it stands under the network's own id of it at its place of arrival.</summary>
    OneItem = 4,

    /// <summary>I5: an attempt is recorded before anything is sent.</summary>
    AttemptFirst = 5,

    /// <summary>I6: a work row ends only by its current claim. Rows that ended no longer show it; the open and the dead ones show that no claim was counted wrongly.</summary>
    CurrentFence = 6,

    /// <summary>I7: nothing that waits for an instant happens before it.</summary>
    NotEarly = 7,

    /// <summary>I8: what is due ends once: its row is open as long as its effect is awaited, and gone when it is not.</summary>
    EndsOnce = 8,

    /// <summary>I9: who is to be told is a named person with a digest on its way, or the last resort was rung.</summary>
    SomebodyIsTold = 9,

    /// <summary>I10: the audit events of the tenant are numbered without a gap. They are not chained by hashes: a changed event is not found.</summary>
    AuditIsWhole = 10,

    /// <summary>I11: what a row refers to is in its own tenant.</summary>
    OneTenant = 11,

    /// <summary>I12: what is over has a recorded reason and somebody who ended it.</summary>
    ReasonAndActor = 12,
}
