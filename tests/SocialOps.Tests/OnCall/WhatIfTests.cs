using NodaTime;
using SocialOps.OnCall;
using SocialOps.OnCall.Coverage;
using SocialOps.OnCall.WhatIf;

namespace SocialOps.Tests.OnCall;

public sealed class WhatIfTests
{
    private static readonly ScheduleDefinition Plan = A.Schedule("Europe/Berlin", A.Layer("main", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", "ann", "ben")));
    private static readonly Instant From = A.At("2025-01-06T09:00");
    private static readonly Instant To = A.At("2025-02-03T09:00");

    private static ScheduleDiff Diff(OnCallSchedule after, params CoverageDemand[] demands) => ScheduleDiff.Of(new(Plan, A.People("ann", "ben")), after, From, To, demands);

    [Fact]
    public void Of_SameSchedule_IsEmpty() => Diff(new(Plan, A.People("ann", "ben"))).IsEmpty.Should().BeTrue();

    [Fact]
    public void Of_Absence_ShowsTheGapTheHoursAndTheProof()
    {
        var after = new OnCallSchedule(Plan, A.People(A.Person("ann") with { Absences = [new(new(2025, 1, 8), new(2025, 1, 9))] }, A.Person("ben")));
        var diff = Diff(after, new CoverageDemand("always", CoverageHours.Always));
        diff.GapsOpened.Should().ContainSingle().Which.ToString().Should().Be("2025-01-07T23:00:00Z to 2025-01-09T23:00:00Z: ann -> nobody (AbsentNoDeputy)");
        diff.Hours.Should().Equal(new Dictionary<SocialOps.People.PersonId, Duration> { [A.Id("ann")] = Duration.FromHours(-48) });
        diff.Before.IsProved.Should().BeTrue();
        diff.After.IsProved.Should().BeFalse();
    }

    [Fact]
    public void Of_Override_MovesHoursFromOneToTheOther()
    {
        var after = new OnCallSchedule(Plan with { Overrides = [A.Override("o", OverrideKind.Take, "2025-01-07T00:00", "2025-01-08T00:00", "ben")] }, A.People("ann", "ben"));
        Diff(after).Hours.Should().Equal(new Dictionary<SocialOps.People.PersonId, Duration> { [A.Id("ann")] = Duration.FromHours(-24), [A.Id("ben")] = Duration.FromHours(24) });
    }

    [Fact]
    public void Of_ZoneRulesThatChange_ShowsTheHandoffsThatMove()
    {
        var abolished = new OneZone("Europe/Berlin", DateTimeZone.ForOffset(Offset.FromHours(1)));
        var people = A.People("ann", "ben");
        var diff = ScheduleDiff.Of(new(Plan, people), new(Plan, people, abolished), A.At("2025-06-01T00:00"), A.At("2025-07-01T00:00"));
        diff.Changes.Should().HaveCount(5).And.OnlyContain(change => change.To - change.From == Duration.FromHours(1));
        diff.After.TimeZoneVersion.Should().Be("test");
    }

    private sealed class OneZone(string id, DateTimeZone zone) : IDateTimeZoneProvider
    {
        public string VersionId => "test";

        public System.Collections.ObjectModel.ReadOnlyCollection<string> Ids => new([id]);

        public DateTimeZone this[string zoneId] => zone;

        public DateTimeZone GetSystemDefault() => throw new NotSupportedException();

        public DateTimeZone GetZoneOrNull(string zoneId) => zone;
    }
}
