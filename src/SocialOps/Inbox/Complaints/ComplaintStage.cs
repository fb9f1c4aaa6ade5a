namespace SocialOps.Inbox;

/// <summary>Where a complaint stands (responses d.3). <see cref="ComplaintMachine.Transitions"/> says what leads from one to the next.</summary>
public enum ComplaintStage
{
    /// <summary>It has come in; nobody has apologised yet.</summary>
    Received,

    /// <summary>The author can see an apology.</summary>
    Apologised,

    /// <summary>The author was asked to go on in private.</summary>
    MovedPrivate,

    /// <summary>The apology was all it needed.</summary>
    SettledByApology,

    /// <summary>An apology does not do: the client has to say what is offered.</summary>
    NeedsClient,

    /// <summary>A contact at the client has been told.</summary>
    ClientContacted,

    /// <summary>No contact at the client answers; the ladder goes on.</summary>
    ClientUnreachable,

    /// <summary>The author can see what is offered.</summary>
    SolutionOffered,

    /// <summary>The author has accepted it.</summary>
    Accepted,

    /// <summary>What was offered has been done.</summary>
    Settled,

    /// <summary>Somebody has asked whether all is well.</summary>
    FollowedUp,

    /// <summary>The case is closed.</summary>
    Closed,
}
