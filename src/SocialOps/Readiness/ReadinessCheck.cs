namespace SocialOps.Readiness;

/// <summary>What must hold before an agreement goes live.</summary>
public enum ReadinessCheck
{
    /// <summary>Somebody at the client can be reached at weekends (requirement 0.17).</summary>
    EmergencyContact,

    /// <summary>Somebody is on duty in every promised hour (requirements 2.6 and 2.8).</summary>
    Coverage,

    /// <summary>Each network has a plan of what is done about what is grave (requirement 1.9).</summary>
    ReactionPlan,

    /// <summary>Every activity has an owner and a deputy with the same skills, rights and networks (requirements 3.2 and 3.4).</summary>
    Owners,

    /// <summary>What is to be reached (requirement 2.1).</summary>
    Goals,

    /// <summary>Whom it is for (requirement 2.1).</summary>
    TargetGroup,

    /// <summary>The guideline that decisions cite (requirements 1.4 and 2.1).</summary>
    Guideline,

    /// <summary>What makes the brand unmistakable (requirement 1.18).</summary>
    Brand,

    /// <summary>Somebody can approve content, as was agreed.</summary>
    Approval,

    /// <summary>Each account's network has a connector that works.</summary>
    Connectors,

    /// <summary>The definitions say what was agreed (requirement 0.19).</summary>
    Agreed,

    /// <summary>Nothing hangs on one person alone (requirement 2.4); only ever a warning.</summary>
    SinglePoints,

    /// <summary>Whoever works for the client has read its briefing (requirement 1.7); a warning before it is required.</summary>
    Briefing,

    /// <summary>Skills that activities ask for last (requirement 3.3); only ever a warning.</summary>
    Trainings,

    /// <summary>Each network was chosen for a reason (requirement 2.2); only ever a warning.</summary>
    ChannelChoice,
}
