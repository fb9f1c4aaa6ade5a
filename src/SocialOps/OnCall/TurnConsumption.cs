namespace SocialOps.OnCall;

/// <summary>Whether a turn passes while the layer is inactive.</summary>
public enum TurnConsumption
{
    /// <summary>Turns follow the calendar, active or not.</summary>
    Calendar,

    /// <summary>Units (hours, days) without any active time use up no turn, so that nobody starves.</summary>
    ActiveWindowsOnly,
}
