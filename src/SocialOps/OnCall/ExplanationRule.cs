namespace SocialOps.OnCall;

/// <summary>The rule that one line of an explanation applied.</summary>
public enum ExplanationRule
{
    /// <summary>A version of the schedule answers.</summary>
    Version,

    /// <summary>A layer is silent: outside its hours or its effective time, or without participants.</summary>
    LayerSilent,

    /// <summary>A layer gives the turn to somebody.</summary>
    Turn,

    /// <summary>Somebody is absent.</summary>
    Absent,

    /// <summary>Somebody is unknown or has no contact method.</summary>
    Unreachable,

    /// <summary>Somebody does not qualify for the duty.</summary>
    NotQualified,

    /// <summary>A deputy was asked and is not there, or does not qualify.</summary>
    DeputyPassedOver,

    /// <summary>A deputy stands in.</summary>
    DeputyStandsIn,

    /// <summary>An override acts.</summary>
    OverrideActs,

    /// <summary>An override is passed over, because a stronger one holds or its person cannot act.</summary>
    OverridePassedOver,

    /// <summary>Somebody is on duty by a layer.</summary>
    OnDuty,

    /// <summary>Weaker layers are silent beside an exclusive one.</summary>
    WeakerLayersSilent,

    /// <summary>Nobody is on duty.</summary>
    Gap,
}
