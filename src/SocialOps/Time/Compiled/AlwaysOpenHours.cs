using NodaTime;

namespace SocialOps.Time.Compiled;

/// <summary>24 hours on 7 days.</summary>
internal sealed class AlwaysOpenHours : CalendarSource
{
    public static AlwaysOpenHours Instance { get; } = new();

    public override List<OpenSpan> Open(long from, long to) => [new(from, to)];

    public override IEnumerable<ClosedSpan> WhyClosed(long from, long to) => [];

    public override string? HolidayOn(LocalDate date, TextLanguage language) => null;
}
