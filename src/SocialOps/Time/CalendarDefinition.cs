using NodaTime;

namespace SocialOps.Time;

/// <summary>Somebody's hours as they are written down: the definition that a business calendar is compiled from. Local times are in <see cref="Zone"/>, resolved as docs/concepts/time.md says.</summary>
public sealed record CalendarDefinition
{
    /// <summary>The calendar's name.</summary>
    public required CalendarId Id { get; init; }

    /// <summary>An IANA time zone id, e.g. <c>Europe/Berlin</c>.</summary>
    public required string Zone { get; init; }

    /// <summary>The windows of each weekday; touching and overlapping ones are one.</summary>
    public IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningWindow>> Weekly { get; init; } = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningWindow>>();

    /// <summary>The region whose public holidays close the calendar, as ISO 3166 writes it (<c>DE-HH</c>, <c>AT</c>, <c>CH-ZH</c>); <see langword="null"/> for none.</summary>
    public string? HolidayRegion { get; init; }

    /// <summary>Further closed days.</summary>
    public IReadOnlyList<Holiday> Holidays { get; init; } = [];

    /// <summary>Other hours on single dates: they replace the weekly hours and win over holidays.</summary>
    public IReadOnlyList<DateOverride> Overrides { get; init; } = [];

    /// <summary>One-off closed stretches, subtracted from whatever is open.</summary>
    public IReadOnlyList<CalendarBreak> Breaks { get; init; } = [];
}

/// <summary>A closed civil day, 00:00 to 24:00 in the calendar's zone.</summary>
/// <param name="On">The day.</param>
/// <param name="Name">Its name, for people.</param>
public sealed record Holiday(LocalDate On, string Name);

/// <summary>The hours of one date instead of the weekly ones; no window means closed.</summary>
/// <param name="On">The date on which the windows open.</param>
/// <param name="Windows">The windows.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record DateOverride(LocalDate On, IReadOnlyList<OpeningWindow> Windows, string? Reason = null);

/// <summary>A one-off closed stretch, half-open [from, to), in the calendar's local time.</summary>
/// <param name="From">The first closed local time.</param>
/// <param name="To">The first local time after it.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record CalendarBreak(LocalDateTime From, LocalDateTime To, string? Reason = null);
