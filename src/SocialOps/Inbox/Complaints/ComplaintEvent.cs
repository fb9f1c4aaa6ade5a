namespace SocialOps.Inbox;

/// <summary>What moves a complaint from one stage to another.</summary>
public enum ComplaintEvent
{
    /// <summary>The author can see our apology, or got it otherwise.</summary>
    ApologySeen,

    /// <summary>The author can see that we ask to go on in private.</summary>
    PrivateMoveSeen,

    /// <summary>72 hours have passed without a word of the author.</summary>
    SilenceLasted,

    /// <summary>A person says that it is settled.</summary>
    SettledByPerson,

    /// <summary>A person, or a claim for compensation, asks for the client.</summary>
    ClientNeeded,

    /// <summary>A contact at the client has been told, or has said "mine".</summary>
    ClientTold,

    /// <summary>Every contact was told, and none has answered in time.</summary>
    ClientSilent,

    /// <summary>A contact at the client has said what may be offered.</summary>
    ClientAnswered,

    /// <summary>The author can see what is offered, or was told otherwise.</summary>
    SolutionSeen,

    /// <summary>The author accepts it.</summary>
    SolutionAccepted,

    /// <summary>Somebody has asked, three days later, whether all is well.</summary>
    FollowedUp,

    /// <summary>Nothing is left to be done.</summary>
    Ended,

    /// <summary>The author writes again.</summary>
    CustomerReplied,
}
