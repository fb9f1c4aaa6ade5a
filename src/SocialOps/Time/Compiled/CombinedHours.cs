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

    /// <summary>The left calendar's reason where it is closed, otherwise what the right one does there.</summary>
    public override IEnumerable<ClosedSpan> WhyClosed(long from, long to)
    {
        var at = from;
        foreach (var open in left.Source.Open(from, to).Append(new(to, to)))
        {
            if (at < open.Start)
            {
                foreach (var reason in left.Source.WhyClosed(at, open.Start))
                {
                    yield return reason;
                }
            }

            if (open.Start < open.End)
            {
                foreach (var reason in WhyRight(open.Start, open.End))
                {
                    yield return reason;
                }
            }

            at = open.End;
        }
    }

    public override string? HolidayOn(LocalDate date, TextLanguage language) => left.HolidayOn(date, language);

    private IEnumerable<ClosedSpan> WhyRight(long from, long to)
        => how == Combination.Except ? [new(from, to, PieceKind.Excluded, right.Id.Value, right.Id.Value)] : right.Source.WhyClosed(from, to);
}
