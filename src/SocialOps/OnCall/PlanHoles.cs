namespace SocialOps.OnCall;

/// <summary>What holds in the holes of a plan.</summary>
public enum PlanHoles
{
    /// <summary>The layers, as if there were no plan.</summary>
    Layers,

    /// <summary>Nobody: a gap that is reported.</summary>
    Gap,
}
