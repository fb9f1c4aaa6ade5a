namespace SocialOps.Incidents;

/// <summary>What kind of trouble waits for a person.</summary>
public enum IncidentKind
{
    /// <summary>A delivery that nobody could read: put the cause right and read it again, or discard it with a reason.</summary>
    QuarantinedDelivery,

    /// <summary>A publication that may have been sent or not, and cannot be looked up any more: look at the network and say what is there.</summary>
    UnclearPublication,

    /// <summary>A publication whose time has come, and which may not be sent as it is.</summary>
    HeldPublication,

    /// <summary>A post that is out, and whose content was approved anew in other bytes.</summary>
    CorrectionDue,

    /// <summary>A post of ours that is no longer there.</summary>
    VanishedPublication,

    /// <summary>A post of ours that is there more than once.</summary>
    DuplicatePublication,

    /// <summary>Far more comes in on an account than is usual for the hour, and no single thread shows why: look what it is.</summary>
    UnusualVolume,

    /// <summary>A work row that keeps failing: it is tried again for ever, and closes its incident itself when it succeeds.</summary>
    StuckWork,

    /// <summary>An agency that was not taken in at a start, because open work needs what it lacks: the engine goes on with what it has.</summary>
    RefusedAgency,

    /// <summary>The database is older than its recovery journal: a backup was restored. Read what it says, have the networks show again what came in meanwhile, and close it.</summary>
    RestoredDatabase,

    /// <summary>Work rows of a later release that nobody takes, because that release runs no more: start it again, or do by hand what they were to do.</summary>
    LaterWork,

    /// <summary>A source of comments that nobody has looked at for too long: look by hand, and put the cause right. It closes itself with the next look.</summary>
    SilentSource,
}
