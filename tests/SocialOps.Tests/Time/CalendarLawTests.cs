using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SocialOps.Time;
using Interval = NodaTime.Interval;

namespace SocialOps.Tests.Time;

/// <summary>What holds for any calendar in any zone, 1900 to 2100.</summary>
public sealed class CalendarLawTests
{
    private static readonly Duration Tick = Duration.FromTicks(1);

    [Fact]
    public void Between_StartAndDeadline_IsTheBudget()
        => Holds(c => BothBoundaries(b => c.Calendar.Add(c.At[0], c.X, b) is not { } due || (due >= c.At[0] && c.Calendar.Between(c.At[0], due) == c.X)));

    [Fact]
    public void Add_EndOfInterval_IsTheEarliestAndNextOpeningAnOpenOne()
        => Holds(c => c.X == Duration.Zero || c.Calendar.Add(c.At[0], c.X) is not { } due
            || (c.Calendar.Between(c.At[0], due - Tick) == c.X - Tick
                && (c.Calendar.Add(c.At[0], c.X, DeadlineBoundary.NextOpening) is not { } opening
                    || (c.Calendar.IsOpen(opening) && opening == c.Calendar.Add(due, Duration.Zero)))));

    [Fact]
    public void Subtract_IsTheLatestAndCountsTheBudget()
        => Holds(c => c.X == Duration.Zero || c.Calendar.Subtract(c.At[0], c.X) is not { } start
            || (c.Calendar.Between(start, c.At[0]) == c.X && c.Calendar.Between(start + Tick, c.At[0]) == c.X - Tick));

    [Fact]
    public void Add_OfASum_IsAddTwice()
        => Holds(c => c.Calendar.Add(c.At[0], c.X + Tick) is not { } first || c.Calendar.Add(first, c.Y + Tick) is not { } second
            || c.Calendar.Add(c.At[0], c.X + c.Y + (2 * Tick)) == second);

    [Fact]
    public void Between_OverAThirdInstant_AddsUp()
        => Holds(c => c.Calendar.Between(c.At[0], c.At[1]) + c.Calendar.Between(c.At[1], c.At[2]) == c.Calendar.Between(c.At[0], c.At[2])
            && c.Calendar.Between(c.At[0], c.At[1]) == -c.Calendar.Between(c.At[1], c.At[0]));

    [Fact]
    public void Add_InBothArguments_IsMonotone()
        => Holds(c => BothBoundaries(b => NotLater(c.Calendar.Add(c.At[0], Duration.Min(c.X, c.Y), b), c.Calendar.Add(c.At[0], Duration.Max(c.X, c.Y), b))
            && NotLater(c.Calendar.Add(Instant.Min(c.At[0], c.At[1]), c.X, b), c.Calendar.Add(Instant.Max(c.At[0], c.At[1]), c.X, b), isHorizonMoved: true)));

    [Fact]
    public void IsOpen_AtAnInstant_IsOpenTimeInItsTick()
        => Holds(c => c.At.SelectMany(a => new[] { a, c.Calendar.NextOpening(a) ?? a, c.Calendar.NextClosing(a) ?? a })
            .All(a => c.Calendar.IsOpen(a) == (c.Calendar.Between(a, a + Tick) == Tick) && (c.Calendar.IsOpen(a) || c.Calendar.Between(a, a + Tick) == Duration.Zero)));

    [Fact]
    public void Openings_AreWhereOpenBegins()
        => Holds(c => c.At.All(a =>
            IsEdge(c.Calendar, c.Calendar.NextOpening(a), isOpening: true) && IsEdge(c.Calendar, c.Calendar.PreviousOpening(a), isOpening: true)
            && IsEdge(c.Calendar, c.Calendar.NextClosing(a), isOpening: false) && IsEdge(c.Calendar, c.Calendar.PreviousClosing(a), isOpening: false)
            && c.Calendar.NextOpening(a) > a != (c.Calendar.NextOpening(a) is null) && !(c.Calendar.PreviousOpening(a) > a)
            && (c.Calendar.NextClosing(a) is not { } closing || c.Calendar.PreviousClosing(closing) == closing)
            && (c.Calendar.NextOpening(a) is not { } opening || c.Calendar.PreviousOpening(opening) == opening)));

    [Fact]
    public void OpenIntervals_ForwardAndBackward_AreTheSameAndAddUp()
        => Holds(c =>
        {
            var (from, to) = (Instant.Min(c.At[0], c.At[1]), Instant.Max(c.At[0], c.At[1]));
            var forward = c.Calendar.OpenFrom(from).TakeWhile(i => i.Start < to).Select(i => new Interval(i.Start, Instant.Min(i.End, to))).ToList();
            var backward = c.Calendar.OpenUntil(to).TakeWhile(i => i.End > from).Select(i => new Interval(Instant.Max(i.Start, from), i.End)).Reverse().ToList();
            return forward.SequenceEqual(backward) && forward.Aggregate(Duration.Zero, (sum, i) => sum + i.Duration) == c.Calendar.Between(from, to)
                && forward.Zip(forward.Skip(1)).All(p => p.First.End < p.Second.Start);
        });

    [Fact]
    public void Calendars_OfAnyShape_AreTheOraclesOwn()
        => Holds(c =>
        {
            var (from, to) = (c.At[0] - Duration.FromDays(3), c.At[0] + Duration.FromDays(3));
            var oracle = new NaiveCalendar(c.Definition, c.Calendar.Zone, from, to);
            return c.Calendar.OpenFrom(from).TakeWhile(i => i.Start < to).Select(i => new Interval(i.Start, Instant.Min(i.End, to))).SequenceEqual(oracle.Open);
        });

    [Fact]
    public void Explain_OfAnyDeadline_SumsToTheBudgetWithoutAGap()
        => Holds(c => BothBoundaries(b =>
        {
            var explanation = c.Calendar.Explain(c.At[0], c.X, b);
            if (explanation.Deadline != c.Calendar.Add(c.At[0], c.X, b) || explanation.Deadline is not { } due || due == c.At[0])
            {
                return explanation.Deadline == c.Calendar.Add(c.At[0], c.X, b);
            }

            return explanation.Pieces.Aggregate(Duration.Zero, (sum, p) => sum + p.Counted) == c.X
                && explanation.Pieces[0].Span.Start == c.At[0] && explanation.Pieces[^1].Span.End == due
                && explanation.Pieces.Zip(explanation.Pieces.Skip(1)).All(p => p.First.Span.End == p.Second.Span.Start)
                && explanation.Pieces.All(p => p.Span.Duration > Duration.Zero && c.Calendar.IsOpen(p.Span.Start) == (p.Kind == PieceKind.Open));
        }));

    private static void Holds(Func<Case, bool> law, int count = 150)
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(count), Prop.ForAll(Arb.From(CalendarGen.Cases), law));

    private static bool BothBoundaries(Func<DeadlineBoundary, bool> law) => law(DeadlineBoundary.EndOfInterval) && law(DeadlineBoundary.NextOpening);

    /// <summary>Never is later than everything; but a later start also looks further.</summary>
    private static bool NotLater(Instant? a, Instant? b, bool isHorizonMoved = false) => a is null ? b is null || isHorizonMoved : b is null || a <= b;

    private static bool IsEdge(BusinessCalendar calendar, Instant? at, bool isOpening)
        => at is not { } edge || (calendar.IsOpen(edge) == isOpening && calendar.IsOpen(edge - Tick) != isOpening);
}
