namespace SocialOps.Responses;

/// <summary>What an action step does.</summary>
public enum ActionKind
{
    /// <summary>Sends a thank-you by standing autonomy (requirement 0.11).</summary>
    Thank,

    /// <summary>Proposes an apology, which is sent when a person reacts with it (requirement 0.13).</summary>
    Apologise,

    /// <summary>Makes a person responsible.</summary>
    Assign,

    /// <summary>Tells the client (requirement 0.16).</summary>
    ContactClient,

    /// <summary>Needs nothing: recorded and closed.</summary>
    Dismiss,

    /// <summary>Proposes to whoever is told that the item be hidden; people do it.</summary>
    Hide,

    /// <summary>Proposes that the item be deleted; people do it.</summary>
    Delete,

    /// <summary>Proposes that its author be blocked; people do it.</summary>
    Block,

    /// <summary>Proposes that the item be reported to the network; people do it.</summary>
    Report,

    /// <summary>Proposes the pool's answer, which is sent when a person reacts with it (requirement 4.13); what the pool cannot answer feeds it.</summary>
    Answer,
}
