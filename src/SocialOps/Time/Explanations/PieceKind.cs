namespace SocialOps.Time;

/// <summary>What a stretch between a start and its deadline was.</summary>
public enum PieceKind
{
    /// <summary>Open: it counts.</summary>
    Open,

    /// <summary>Closed: before, between or after the hours of a date that has some.</summary>
    OutsideHours,

    /// <summary>Closed: a Saturday or Sunday without hours.</summary>
    Weekend,

    /// <summary>Closed: another weekday without hours.</summary>
    ClosedDay,

    /// <summary>Closed: a holiday, by name.</summary>
    Holiday,

    /// <summary>Closed: a date with other hours than usual, by its reason.</summary>
    Override,

    /// <summary>Closed: a one-off break, by its reason.</summary>
    Break,

    /// <summary>Closed: the date's hours lie in the hour that the clocks jumped over.</summary>
    ClockChange,

    /// <summary>Closed: what is taken out of one calendar by another, by that calendar's name.</summary>
    Excluded,

    /// <summary>The clock was paused.</summary>
    Pause,
}
