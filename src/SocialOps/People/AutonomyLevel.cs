namespace SocialOps.People;

/// <summary>How far somebody, or the engine, may go alone (requirement 4.14).</summary>
public enum AutonomyLevel
{
    /// <summary>L0: looks, and does nothing; the client replies.</summary>
    Observe,

    /// <summary>L1: proposes; somebody else sends.</summary>
    Suggest,

    /// <summary>L2: sends what was approved beforehand: a saved reply as it stands. The engine sends nothing.</summary>
    ActAfterApproval,

    /// <summary>L3: sends, and whoever is responsible is told.</summary>
    ActThenNotify,

    /// <summary>L4: sends within what was approved; samples are looked at afterwards.</summary>
    ActWithinPool,
}
