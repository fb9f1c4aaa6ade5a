using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Tests.OnCall;

/// <summary>What holds for every schedule, in every zone.</summary>
public sealed class LawTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("SOCIALOPS_TEST_ALL") == "1" ? 5_000 : 150);

    private sealed record Sample(OnCallSchedule Schedule, DutyRequirement? Need, Instant From, Instant Middle, Instant To);

    private static void Holds(Func<Sample, bool> law) => Check.One(Often, Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed => law(Make(seed))));

    private static Sample Make(int seed, Func<ScheduleDefinition, ScheduleDefinition>? change = null)
    {
        var zone = RandomSchedules.AnyZone(seed);
        var around = Instant.FromUtc(1993, 8, 20, 0, 0) + Duration.FromHours(seed % 330_000);
        var local = around.InZone(DateTimeZoneProviders.Tzdb[zone]).LocalDateTime;
        var make = new RandomSchedules(seed);
        var people = make.People(local.Date);
        var definition = make.WithOddities(make.Schedule(zone, local));
        var from = around - Duration.FromHours(70);
        return new(new(change is null ? definition : change(definition), people), make.Need(), from, from + Duration.FromMinutes(seed % 9000), around + Duration.FromHours(90));
    }

    [Fact]
    public void Between_AnyStretch_TilesItWithoutOverlapOrHole() => Holds(s =>
    {
        var shifts = s.Schedule.Between(s.From, s.To, s.Need).ToList();
        return shifts[0].From == s.From && shifts[^1].To == s.To && shifts.All(x => x.From < x.To)
               && shifts.Zip(shifts.Skip(1)).All(p => p.First.To == p.Second.From && !p.First.Answer.Equals(p.Second.Answer));
    });

    [Fact]
    public void Between_CutAnywhere_GivesTheSamePieces() => Holds(s =>
    {
        var whole = s.Schedule.Between(s.From, s.To, s.Need).ToList();
        var parts = s.Schedule.Between(s.From, s.Middle, s.Need).Concat(s.Schedule.Between(s.Middle, s.To, s.Need)).ToList();
        return whole.All(shift => parts.Where(p => p.From >= shift.From && p.To <= shift.To).Select(p => p.Answer).Distinct().SequenceEqual([shift.Answer]))
               && parts.Count <= whole.Count + 1;
    });

    [Fact]
    public void At_FirstAndLastInstantOfAShift_IsItsAnswer() => Holds(s =>
        s.Schedule.Between(s.From, s.To, s.Need).All(shift => s.Schedule.At(shift.From, s.Need).Equals(shift.Answer) && s.Schedule.At(shift.To - Duration.Epsilon, s.Need).Equals(shift.Answer)));

    [Fact]
    public void Explain_AnyInstant_GivesTheSameAnswerAndHoldsUntilItSays() => Holds(s =>
    {
        var explained = s.Schedule.Explain(s.Middle, s.Need);
        return explained.Answer.Equals(s.Schedule.At(s.Middle, s.Need)) && explained.Until > s.Middle && s.Schedule.At(explained.Until - Duration.Epsilon, s.Need).Equals(explained.Answer);
    });

    [Fact]
    public void At_OverridesInAnyOrder_IsTheSame() => Check.One(Often, Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        var (one, other) = (Make(seed), Make(seed, d => d with { Overrides = [.. d.Overrides.Reverse()] }));
        return one.Schedule.Between(one.From, one.To, one.Need).SequenceEqual(other.Schedule.Between(one.From, one.To, one.Need));
    }));

    [Fact]
    public void At_PeopleRenamed_NamesTheRenamed() => Check.One(Often, Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        var s = Make(seed);
        static PersonId New(PersonId id) => new("x-" + id.Value);
        var people = s.Schedule.People.Values.ToDictionary(p => New(p.Id), p => p with
        {
            Id = New(p.Id),
            Deputies = [.. p.Deputies.Select(New)],
            Absences = [.. p.Absences.Select(a => a with { Deputy = a.Deputy is { } d ? New(d) : null, ClientDeputies = a.ClientDeputies.ToDictionary(c => c.Key, c => New(c.Value)) })],
            TimedAbsences = [.. p.TimedAbsences.Select(a => a with { Deputy = a.Deputy is { } d ? New(d) : null })],
        });
        var d = s.Schedule.Definition;
        var renamed = new OnCallSchedule(
            d with
            {
                Layers = [.. d.Layers.Select(l => l with { Rotation = l.Rotation with { Participants = [.. l.Rotation.Participants.Select(New)], Groups = [.. l.Rotation.Groups.Select(g => (IReadOnlyList<PersonId>)[.. g.Select(New)])] } })],
                Overrides = [.. d.Overrides.Select(o => o with { Person = o.Person is { } p ? New(p) : null, Replaces = o.Replaces is { } r ? New(r) : null })],
                Swaps = [.. d.Swaps.Select(w => w with { Requester = New(w.Requester), Taker = w.Taker is { } t ? New(t) : null })],
                Plans = [.. d.Plans.Select(p => p with { Shifts = [.. p.Shifts.Select(x => x with { Person = New(x.Person) })] })],
            },
            people);
        return s.Schedule.Between(s.From, s.To, s.Need).Select(x => (x.From, x.Gap, string.Join(',', x.OnDuty.Select(New))))
            .SequenceEqual(renamed.Between(s.From, s.To, s.Need).Select(x => (x.From, x.Gap, string.Join(',', x.OnDuty))));
    }));

    [Fact]
    public void At_WholeCyclesLater_NamesTheSameInAFixedOffset() => Check.One(Often, Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        var rotation = A.Rotation((RotationUnit)(seed % 3), "2025-01-06T09:00", [.. Enumerable.Range(0, 1 + (seed % 5)).Select(i => "p" + i)])
            with { Lengths = seed % 2 == 0 ? [4, 3] : [], Consumption = (TurnConsumption)(seed / 2 % 2) };
        var people = A.People([.. Enumerable.Range(0, 5).Select(i => "p" + i)]);
        var schedule = new OnCallSchedule(A.Schedule("Etc/UTC", A.Layer("main", rotation, seed % 4 == 0 ? [] : [A.Hours(A.Weekdays, 9, 17)])), people);
        var at = Instant.FromUtc(2025, 1, 1, 0, 0) + Duration.FromMinutes(seed);
        return schedule.Model.Period is { } period && schedule.At(at).Equals(schedule.At(at.PlusTicks(period))) && schedule.At(at).Equals(schedule.At(at.PlusTicks(-7 * period)));
    }));

    [Fact]
    public void At_FixedOffset_MovesWithIt() => Check.One(Often, Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
    {
        var rotation = A.Rotation((RotationUnit)(seed % 4), "2025-01-31T09:00", "ann", "ben", "cem");
        OnCallSchedule In(string zone) => new(A.Schedule(zone, A.Layer("main", rotation, A.Hours(A.Weekdays, 9, 17))), A.People("ann", "ben", "cem"));
        var at = Instant.FromUtc(2025, 1, 1, 0, 0) + Duration.FromMinutes(seed);
        return In("Etc/UTC").At(at).Equals(In("Etc/GMT-5").At(at - Duration.FromHours(5)));
    }));
}
