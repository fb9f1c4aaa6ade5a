using NodaTime;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.OnCall;

/// <summary>Who is on duty when, as it is written down. Local times are in <see cref="Zone"/>, resolved as docs/concepts/on-call.md says.</summary>
public sealed record ScheduleDefinition
{
    /// <summary>The schedule's id.</summary>
    public required ScheduleId Id { get; init; }

    /// <summary>An IANA time zone id.</summary>
    public required string Zone { get; init; }

    /// <summary>The layers, the strongest first.</summary>
    public IReadOnlyList<ScheduleLayer> Layers { get; init; } = [];

    /// <summary>Exceptions for single stretches of time.</summary>
    public IReadOnlyList<ShiftOverride> Overrides { get; init; } = [];
}

/// <summary>One rotation of people, in some hours of the week.</summary>
public sealed record ScheduleLayer
{
    /// <summary>The layer's name, unique within the schedule.</summary>
    public required string Name { get; init; }

    /// <summary>Whose turn it is when.</summary>
    public required Rotation Rotation { get; init; }

    /// <summary>The hours of the week in which the layer is active; empty for always.</summary>
    public IReadOnlyList<TimeRestriction> Restrictions { get; init; } = [];

    /// <summary>Whether weaker layers are silent while this one names somebody.</summary>
    public LayerMode Mode { get; init; } = LayerMode.Exclusive;
}

/// <summary>How a layer stands beside weaker ones.</summary>
public enum LayerMode
{
    /// <summary>While it names somebody, weaker layers are silent.</summary>
    Exclusive,

    /// <summary>It and the next weaker layers are on duty together.</summary>
    Together,
}

/// <summary>Turns of equal length, in order, for ever: boundary k lies at the anchor plus k turns, counted from the anchor in local time.</summary>
public sealed record Rotation
{
    /// <summary>Who takes turns, in order.</summary>
    public required IReadOnlyList<PersonId> Participants { get; init; }

    /// <summary>The unit of a turn.</summary>
    public required RotationUnit Unit { get; init; }

    /// <summary>How many units a turn lasts, 1 or more.</summary>
    public int Length { get; init; } = 1;

    /// <summary>When turn 0 begins, in the schedule's local time: the handoff's weekday and hour.</summary>
    public required LocalDateTime Anchor { get; init; }

    /// <summary>Whether a turn passes while the layer is inactive.</summary>
    public required TurnConsumption Consumption { get; init; }
}

/// <summary>The unit of a turn.</summary>
public enum RotationUnit
{
    /// <summary>Hours of the wall clock.</summary>
    Hour,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks.</summary>
    Week,

    /// <summary>Months, counted from the anchor and clamped to the month's last day.</summary>
    Month,
}

/// <summary>Whether a turn passes while the layer is inactive.</summary>
public enum TurnConsumption
{
    /// <summary>Turns follow the calendar, active or not.</summary>
    Calendar,

    /// <summary>Only active windows use up turns, so that nobody starves.</summary>
    ActiveWindowsOnly,
}

/// <summary>Hours of some weekdays, half-open, in local time; a window belongs to the day on which it opens.</summary>
/// <param name="Days">The weekdays; a weekday that is not named is never active.</param>
/// <param name="Window">The hours.</param>
public sealed record TimeRestriction(IReadOnlyList<IsoDayOfWeek> Days, OpeningWindow Window);

/// <summary>An exception for one stretch of time, half-open [from, to), in the schedule's local time.</summary>
/// <param name="Id">The override's id, unique within the schedule.</param>
/// <param name="Kind">What it does.</param>
/// <param name="From">The first local time.</param>
/// <param name="To">The first local time after it.</param>
/// <param name="Person">Who is on duty instead, joins, or is taken off.</param>
/// <param name="Replaces">Whom a <see cref="OverrideKind.Replace"/> stands in for.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record ShiftOverride(string Id, OverrideKind Kind, LocalDateTime From, LocalDateTime To, PersonId? Person = null, PersonId? Replaces = null, string? Reason = null);

/// <summary>What an override does.</summary>
public enum OverrideKind
{
    /// <summary>Stands in for one person, inside that person's shifts only.</summary>
    Replace,

    /// <summary>Takes the stretch, whoever was there, gaps too.</summary>
    Take,

    /// <summary>Joins whoever is there.</summary>
    Add,

    /// <summary>Takes a person off; what remains open is a gap.</summary>
    Remove,
}
