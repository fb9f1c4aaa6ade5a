using NodaTime;

namespace SocialOps.Time.Compiled;

/// <summary>Where a calendar's open spans come from: written hours, versions of them, or an algebra over other calendars.</summary>
internal abstract class CalendarSource
{
    /// <summary>The open spans within [from, to): sorted, disjoint, never touching.</summary>
    public abstract List<OpenSpan> Open(long from, long to);

    /// <summary>Why the calendar is closed in [from, to), which is wholly closed: stretches in order, without a gap.</summary>
    public abstract IEnumerable<ClosedSpan> WhyClosed(long from, long to);

    /// <summary>The name of the holiday on a date, or <see langword="null"/>.</summary>
    public abstract string? HolidayOn(LocalDate date, TextLanguage language);
}
