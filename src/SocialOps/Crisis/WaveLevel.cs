namespace SocialOps.Crisis;

/// <summary>How far a wave has come, after the Shitstorm scale of Graf and Schwede (2012), whose words these are; the numbers that lead there are ours (responses d.5).</summary>
public enum WaveLevel
{
    /// <summary>Nothing.</summary>
    Calm = 0,

    /// <summary>Single criticism.</summary>
    SingleCriticism = 1,

    /// <summary>Repeated criticism: a detector fires.</summary>
    RepeatedCriticism = 2,

    /// <summary>Lasting criticism and growing reaction: 50 comments an hour, or a second network.</summary>
    LastingCriticism = 3,

    /// <summary>Groups form, media look: 200 comments an hour, or the press.</summary>
    GroupsForm = 4,

    /// <summary>Critics are the majority: 1,000 comments an hour, or more than half of what is said.</summary>
    CriticsAreTheMajority = 5,

    /// <summary>A hurricane: only people say so.</summary>
    Hurricane = 6,
}
