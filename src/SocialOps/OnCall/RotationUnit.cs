namespace SocialOps.OnCall;

/// <summary>The unit of a turn.</summary>
public enum RotationUnit
{
    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks.</summary>
    Week,

    /// <summary>Months, counted from the anchor and clamped to the month's last day.</summary>
    Month,
}
