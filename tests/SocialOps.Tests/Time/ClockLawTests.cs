using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SocialOps.Time;

namespace SocialOps.Tests.Time;

/// <summary>What holds for any clock over any calendar with any pauses.</summary>
public sealed class ClockLawTests
{
    private static readonly Duration Tick = Duration.FromTicks(1);

    [Fact]
    public void Deadline_WithPauses_IsTheFirstInstantAtWhichTheBudgetIsConsumed()
        => Holds((c, clock) => clock.Deadline is not { } due
            || (clock.Consumed(due, c.Calendar) == clock.Budget && clock.Consumed(due - Tick, c.Calendar) < clock.Budget && clock.Remaining(due, c.Calendar) == Duration.Zero));

    [Fact]
    public void CutOut_NothingAtAll_ChangesNothing()
        => Holds((c, clock) => clock.CutOut(new(c.At[1], c.At[1]), c.Calendar).Equals(clock), isSorted: true);

    [Fact]
    public void CutOut_InAnyOrder_GivesTheSameClock()
        => Holds((c, clock) => clock.Pauses.Reverse().Aggregate(Started(c), (k, p) => k.CutOut(p, c.Calendar)).Equals(clock));

    [Fact]
    public void AtPercent_IsMonotoneAndHitsTheDeadline()
        => Holds((c, clock) => clock.Deadline is not { } due
            || (clock.AtPercent(100, c.Calendar) == due && clock.AtPercent(50, c.Calendar) <= due && clock.AtPercent(33, c.Calendar) <= clock.AtPercent(50, c.Calendar)
                && !(clock.AtPercent(120, c.Calendar) < due) && clock.BeforeDeadline(Duration.Zero, c.Calendar) == due));

    [Fact]
    public void Explain_OfAnyClock_SumsToTheBudget()
        => Holds((c, clock) =>
        {
            var explanation = clock.Explain(c.Calendar);
            return explanation.Deadline == clock.Deadline
                && (clock.Deadline is not { } due || due == clock.StartedAt
                    || (explanation.Pieces.Aggregate(Duration.Zero, (sum, p) => sum + p.Counted) == clock.Budget && explanation.Pieces[^1].Span.End == due
                        && explanation.Pieces.Zip(explanation.Pieces.Skip(1)).All(p => p.First.Span.End == p.Second.Span.Start)));
        });

    [Fact]
    public void ChangeTarget_ToTheSame_ChangesNothing()
        => Holds((c, clock) => clock.ChangeTarget(clock.Target, Instant.Max(c.At[0], c.At[1]), c.Calendar, c.Calendar).Equals(clock));

    [Fact]
    public void ChangeTarget_ToAnEqualCalendar_KeepsTheDeadline()
        => Holds((c, clock) => clock.ChangeTarget(clock.Target, Instant.Max(c.At[0], c.At[1]), c.Calendar, BusinessCalendar.Compile(c.Definition)).Deadline == clock.Deadline);

    private static ResponseClock Started(Case c)
        => ResponseClock.Start(ResponseClockKind.Resolve, new ResponseTarget.Within(c.X + Tick), c.Calendar, c.At[0]);

    private static void Holds(Func<Case, ResponseClock, bool> law, bool isSorted = false)
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Arb.From(CalendarGen.Cases), Arb.From(Gen.ListOf(Gen.Choose(0, 60 * 24 * 9).Two(), 3)), (c, pauses) =>
        {
            c = isSorted ? c with { At = [.. c.At.Order()] } : c;
            return law(c, pauses.Aggregate(Started(c), (k, p) => k.CutOut(
                new(c.At[0] + Duration.FromMinutes(Math.Min(p.Item1, p.Item2)), c.At[0] + Duration.FromMinutes(Math.Max(p.Item1, p.Item2))), c.Calendar)));
        }));
}
