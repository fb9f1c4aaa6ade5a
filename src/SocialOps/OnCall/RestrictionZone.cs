namespace SocialOps.OnCall;

/// <summary>In whose local time a restriction's hours lie.</summary>
public enum RestrictionZone
{
    /// <summary>In the schedule's zone.</summary>
    Schedule,

    /// <summary>In the zone of whoever has the turn: "nine to five, wherever you are".</summary>
    Participant,
}
