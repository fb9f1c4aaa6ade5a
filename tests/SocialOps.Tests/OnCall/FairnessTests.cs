using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SocialOps.OnCall;
using SocialOps.OnCall.Fairness;

namespace SocialOps.Tests.OnCall;

public sealed class FairnessTests
{
    private static readonly FairnessWeights Weights = new();
    private static readonly Instant Monday = A.At("2025-01-06T00:00");

    private static OnCallSchedule Weekly(params string[] ids) => new(A.Schedule("Europe/Berlin", A.Layer("main", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", ids))), A.People("ann", "ben", "cem"));

    [Fact]
    public void Ledger_OneWeek_WeighsNightsAndTheWeekendOnce()
    {
        var account = FairnessLedger.Of(Weekly("ann"), Monday, Monday + Duration.FromDays(7), Weights)[A.Id("ann")];
        account.Total.Should().Be(Duration.FromDays(7));
        account.Night.Should().Be(Duration.FromHours(56));
        account.Weekend.Should().Be(Duration.FromHours(48));
        account.WeightedHours.Should().Be((5 * 16) + (5 * 8 * 1.5m) + (48 * 1.5m));
    }

    [Fact]
    public void Ledger_NightOfTheClockChange_CountsTheHourThatWas()
        => FairnessLedger.Of(Weekly("ann"), A.At("2025-10-25T22:00"), A.At("2025-10-26T06:00"), Weights)[A.Id("ann")].Night.Should().Be(Duration.FromHours(9));

    [Fact]
    public void Ledger_Holiday_WeighsMost()
        => FairnessLedger.Of(Weekly("ann"), A.At("2025-01-06T08:00"), A.At("2025-01-06T18:00"), Weights, (_, day) => day == new LocalDate(2025, 1, 6))[A.Id("ann")].WeightedHours.Should().Be(20m);

    [Fact]
    public void Ledger_SwapTaken_IsCredited()
    {
        var swapped = new OnCallSchedule(
            Weekly("ann").Definition with { Swaps = [new("s", A.Id("ann"), A.Id("ben"), A.Local("2025-01-06T08:00"), A.Local("2025-01-06T18:00"), SwapState.Accepted)] }, A.People("ann", "ben"));
        FairnessLedger.Of(swapped, Monday, Monday + Duration.FromDays(1), Weights)[A.Id("ben")].WeightedHours.Should().Be(12.5m);
    }

    [Fact]
    public void Ledger_CarriedOver_AddsUp()
    {
        var week = Duration.FromDays(7);
        var both = FairnessLedger.Of(Weekly("ann", "ben"), Monday, Monday + week, Weights).Plus(FairnessLedger.Of(Weekly("ann", "ben"), Monday + week, Monday + week + week, Weights));
        both.Accounts.Should().BeEquivalentTo(FairnessLedger.Of(Weekly("ann", "ben"), Monday, Monday + week + week, Weights).Accounts);
    }

    [Fact]
    public void Next_EqualSlots_KeepsEverybodyWithinOneSlot() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Gen.Choose(1, 9).ToArbitrary(), Gen.Choose(0, 80).ToArbitrary(), (people, slots) =>
    {
        var ids = Enumerable.Range(0, people).Select(i => A.Id("p" + i)).ToList();
        var ledger = FairnessLedger.Empty;
        for (var i = 0; i < slots; i++)
        {
            ledger = ledger.With(ledger.Next(ids), DutyAccount.Empty with { WeightedHours = 8m });
        }

        return ids.Max(id => ledger[id].WeightedHours) - ids.Min(id => ledger[id].WeightedHours) <= 8m;
    }));

    [Fact]
    public void Rest_OnDutyAfterAnEngagement_IsABreach()
    {
        var engagement = new Engagement(A.Id("ann"), A.At("2025-01-07T02:00"), A.At("2025-01-07T03:00"));
        RestCheck.Find(Weekly("ann"), new(), Monday, Monday + Duration.FromDays(7), [engagement]).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Rule = RestRule.RestAfterEngagement, From = A.At("2025-01-07T03:00"), To = A.At("2025-01-07T14:00") });
    }

    [Fact]
    public void Rest_TakenAsAbsence_LetsTheDeputyStandIn()
    {
        var rest = new RestRules().RestAfter(new(A.Id("ann"), A.At("2025-01-07T02:00"), A.At("2025-01-07T03:00")))!;
        var schedule = new OnCallSchedule(Weekly("ann").Definition, A.People(A.Person("ann", "ben") with { TimedAbsences = [rest] }, A.Person("ben")));
        schedule.At(A.At("2025-01-07T13:59")).ToString().Should().Be("ben");
        schedule.At(A.At("2025-01-07T14:00")).ToString().Should().Be("ann");
    }

    [Fact]
    [Requirement("2.16")]
    public void Rest_NightsDaysAndWeekends_AreCounted()
    {
        var rules = new RestRules { NightsAWeek = 6, DaysInARow = 7, NoTwoWeekendsInARow = true };
        var breaches = RestCheck.Find(Weekly("ann"), rules, Monday, Monday + Duration.FromDays(14));
        breaches.Select(breach => breach.Text).Should().BeEquivalentTo(
            "ann has 7 nights in the week of 2025-01-06; 6 are allowed",
            "ann has 7 nights in the week of 2025-01-13; 6 are allowed",
            "ann is on duty on 14 days in a row from 2025-01-06; 7 are allowed",
            "ann has the weekend of 2025-01-18 after the one before");
    }

    [Fact]
    public void Suggest_OpenSlot_NamesWhoHasCarriedLeastAndMayTakeIt()
    {
        var people = A.People(A.Person("ann") with { Absences = [new(new(2025, 1, 7), new(2025, 1, 10))] }, A.Person("ben"), A.Person("cem"), A.Person("dan") with { ClientWalls = [new("acme")] }, A.Person("eve"));
        var schedule = new OnCallSchedule(Weekly("ann", "ben").Definition, people);
        var ledger = FairnessLedger.Empty.With(A.Id("cem"), DutyAccount.Empty with { WeightedHours = 10m });
        var rules = new RestRules();
        var tired = new Engagement(A.Id("eve"), A.At("2025-01-07T23:00"), A.At("2025-01-08T01:00"));
        OpenSlot.Suggest(schedule, A.At("2025-01-08T00:00"), A.At("2025-01-09T00:00"), ledger, rules, new() { Client = new("acme") }, [tired]).Select(one => one.Person.Value)
            .Should().Equal("ben", "cem", "eve");
    }
}
