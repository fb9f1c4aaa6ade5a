using NodaTime;

namespace SocialOps.Time.Compiled;

/// <summary>How two calendars are combined.</summary>
internal enum Combination
{
    Union,
    Intersect,
    Except,
}

/// <summary>Set algebra over two calendars, on instants: each has mapped its own zone before.</summary>
internal sealed class CombinedHours(BusinessCalendar left, Combination how, BusinessCalendar right) : CalendarSource
{
    public override List<OpenSpan> Open(long from, long to)
    {
        var (a, b) = (left.Source.Open(from, to), right.Source.Open(from, to));
        return how switch
        {
            Combination.Union => OpenSpans.Union(a, b),
            Combination.Intersect => OpenSpans.Intersect(a, b),
            _ => OpenSpans.Except(a, b),
        };
    }

    public override string? HolidayOn(LocalDate date, TextLanguage language) => left.HolidayOn(date, language);
}
