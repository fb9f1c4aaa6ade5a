using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static SocialOps.Tests.Time.Calendars;

namespace SocialOps.Tests.Time;

public sealed class CombinationLawTests
{
    [Fact]
    public void Algebra_OfAnyTwoCalendars_IsThatOfSets()
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Arb.From(CalendarGen.Cases.Two()), pair =>
        {
            var (a, b) = (pair.Item1.Calendar, pair.Item2.Calendar);
            var (union, both, rest) = (a.Union(b), a.Intersect(b), a.Except(b));
            var (from, to) = (pair.Item1.At[0], pair.Item1.At[1]);
            return union.Between(from, to) + both.Between(from, to) == a.Between(from, to) + b.Between(from, to)
                && rest.Between(from, to) == a.Between(from, to) - both.Between(from, to)
                && pair.Item1.At.All(t => union.IsOpen(t) == (a.IsOpen(t) || b.IsOpen(t)) && both.IsOpen(t) == (a.IsOpen(t) && b.IsOpen(t)) && rest.IsOpen(t) == (a.IsOpen(t) && !b.IsOpen(t)));
        }));

    [Fact]
    public void Intersect_OfOfficesInTwoZones_IsTheirCommonTime()
    {
        var berlin = Office.Compile();
        var newYork = Definition("America/New_York", Workdays, "09:00-17:00").Compile();

        var common = berlin.Intersect(newYork);

        // From 9 to 29 March 2026 the two are an hour closer: New York changes its clocks three weeks earlier.
        common.Between(At("2026-03-02T00:00"), At("2026-03-03T00:00")).Should().Be(Duration.FromHours(3));
        common.Between(At("2026-03-16T00:00"), At("2026-03-17T00:00")).Should().Be(Duration.FromHours(4));
        common.Id.Value.Should().Be("test & test");
    }

    [Fact]
    public void Except_OfItself_IsNeverOpen()
    {
        var never = Office.Compile().Except(Office.Compile());

        never.Add(At("2026-03-02T00:00"), Duration.Zero).Should().BeNull();
        never.Add(At("2026-03-02T00:00"), Duration.FromTicks(1)).Should().BeNull();
        never.Subtract(At("2026-03-02T00:00"), Duration.FromTicks(1)).Should().BeNull();
        never.NextOpening(At("2026-03-02T00:00")).Should().BeNull();
        never.OpenFrom(At("2026-03-02T00:00")).Should().BeEmpty();
    }
}
