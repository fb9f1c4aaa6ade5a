namespace SocialOps.Crisis;

/// <summary>What a level asks for; each level includes those below (responses d.5).</summary>
public static class WaveActions
{
    /// <summary>What a rise to a level brings, the newest first.</summary>
    /// <param name="level">The level.</param>
    public static IReadOnlyList<WaveAction> Of(WaveLevel level) => level switch
    {
        >= WaveLevel.CriticsAreTheMajority => [WaveAction.CallManagement, .. Of(WaveLevel.GroupsForm)],
        WaveLevel.GroupsForm => [WaveAction.FreezePublishing, WaveAction.OpenWarRoom, WaveAction.LowerAutonomy, .. Of(WaveLevel.LastingCriticism)],
        WaveLevel.LastingCriticism => [WaveAction.PageDuty, WaveAction.ProposeFreeze, WaveAction.CallClient, .. Of(WaveLevel.RepeatedCriticism)],
        WaveLevel.RepeatedCriticism => [WaveAction.TellDuty],
        _ => [],
    };
}

/// <summary>Something that a wave's level asks for.</summary>
public enum WaveAction
{
    /// <summary>Whoever is on duty is told.</summary>
    TellDuty,

    /// <summary>Whoever is on duty is called, day and night.</summary>
    PageDuty,

    /// <summary>A person is asked whether scheduled posts of the client are held.</summary>
    ProposeFreeze,

    /// <summary>The client's contact is reached, day and night.</summary>
    CallClient,

    /// <summary>Scheduled posts of the client are held.</summary>
    FreezePublishing,

    /// <summary>What is known, decided and said is kept in one log.</summary>
    OpenWarRoom,

    /// <summary>Nothing is answered without a person deciding, but the holding statement.</summary>
    LowerAutonomy,

    /// <summary>The management of agency and client is called.</summary>
    CallManagement,
}
