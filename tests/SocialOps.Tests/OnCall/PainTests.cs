using NodaTime;
using SocialOps.OnCall;
using SocialOps.OnCall.Calendars;
using SocialOps.OnCall.Coverage;
using SocialOps.OnCall.Lint;
using SocialOps.Time;

namespace SocialOps.Tests.OnCall;

/// <summary>What users of on-call systems suffer from, one by one.</summary>
public sealed class PainTests
{
    private static readonly Instant From = A.At("2025-01-06T00:00");
    private static readonly Instant NextYear = A.At("2026-01-06T00:00");

    private static OnCallSchedule Of(ScheduleDefinition definition, params string[] ids) => new(definition, A.People(ids));

    private static string Answer(OnCallSchedule schedule, string at, string zone = "Europe/Berlin", DutyRequirement? need = null) => schedule.At(A.At(at, zone), need).ToString();

    private static ScheduleDefinition Weekly(params string[] ids) => A.Schedule("Europe/Berlin", A.Layer("main", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", ids)));

    // Clocks and zones
    [Fact]
    public void Windows_BeforeAndAfterTheClockChange_OpenAtTheSameLocalHour()
    {
        var schedule = Of(A.Schedule("Europe/Berlin", A.Layer("main", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", "ann"), A.Hours(A.EveryDay, 9, 17))), "ann");
        schedule.Between(A.At("2025-03-29T00:00"), A.At("2025-03-31T00:00")).Where(s => s.Gap is null).Select(s => s.From).Should().Equal(A.At("2025-03-29T09:00"), A.At("2025-03-30T09:00"));
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("America/Havana")]
    [InlineData("Africa/Cairo")]
    [InlineData("Asia/Beirut")]
    [InlineData("Pacific/Apia")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Antarctica/Troll")]
    [InlineData("Europe/Dublin")]
    [InlineData("Pacific/Kwajalein")]
    public void DayAndNightLayers_OverFortyYears_LeaveNoHourAndOverlapNone(string zone)
    {
        var schedule = Of(
            A.Schedule(
                zone,
                A.Layer("day", A.Rotation(RotationUnit.Day, "2025-01-06T00:30", "ann", "ben"), A.Hours(A.EveryDay, 0, 12)) with { Mode = LayerMode.Together },
                A.Layer("night", A.Rotation(RotationUnit.Day, "2025-01-06T00:30", "cem", "dan"), A.Hours(A.EveryDay, 12, 0))),
            "ann", "ben", "cem", "dan");
        schedule.Between(Instant.FromUtc(1990, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 1, 0, 0)).Should().OnlyContain(shift => shift.OnDuty.Count == 1);
    }

    [Fact]
    public void Handoff_AtMidnightFarFromUtc_NamesTheRightPerson()
    {
        var schedule = Of(A.Schedule("Pacific/Auckland", A.Layer("main", A.Rotation(RotationUnit.Day, "2025-01-06T00:00", "ann", "ben"))), "ann", "ben");
        Answer(schedule, "2025-01-07T00:00", "Pacific/Auckland").Should().Be("ben");
        Answer(schedule, "2025-01-06T23:59:59", "Pacific/Auckland").Should().Be("ann");
    }

    [Fact]
    public void Windows_OfTheParticipantsOwnZone_AreTheirOwnDay()
    {
        var hours = A.Hours(A.Weekdays, 9, 17) with { Zone = RestrictionZone.Participant };
        var people = A.People(A.Person("ann") with { Zone = "America/New_York" }, A.Person("ben") with { Zone = "Asia/Tokyo" });
        var definition = A.Schedule("Europe/Berlin", A.Layer("sun", new Rotation { Participants = [], Groups = [A.Ids("ann", "ben")], Unit = RotationUnit.Week, Anchor = A.Local("2025-01-06T00:00"), Consumption = TurnConsumption.Calendar }, hours));
        var shifts = new OnCallSchedule(definition, people).Between(A.Utc("2025-01-07T00:00"), A.Utc("2025-01-08T00:00")).Where(s => s.Gap is null).ToList();
        shifts.Select(s => (s.From, s.To, s.Answer.ToString())).Should().Equal(
            (A.Utc("2025-01-07T00:00"), A.Utc("2025-01-07T08:00"), "ben"),
            (A.Utc("2025-01-07T14:00"), A.Utc("2025-01-07T22:00"), "ann"));
    }

    [Fact]
    public void Turns_ElapsedHours_AreEquallyLongOverTheClockChange()
    {
        var rotation = A.Rotation(RotationUnit.Hour, "2025-03-29T00:00", "ann", "ben") with { Length = 8 };
        int Lengths(TurnClock clock) => Of(A.Schedule("Europe/Berlin", A.Layer("main", rotation with { Clock = clock })), "ann", "ben")
            .Between(A.At("2025-03-29T00:00"), A.At("2025-03-31T00:00")).SkipLast(1).Select(s => s.Length).Distinct().Count();
        Lengths(TurnClock.Elapsed).Should().Be(1);
        Lengths(TurnClock.WallClock).Should().Be(2);
    }

    [Fact]
    public void Turns_WallClockHourThatIsSkipped_IsEmptyAndTheOrderStays()
    {
        var schedule = Of(A.Schedule("Europe/Berlin", A.Layer("main", A.Rotation(RotationUnit.Hour, "2025-03-30T00:00", "ann", "ben", "cem", "dan"))), "ann", "ben", "cem", "dan");
        schedule.Between(A.At("2025-03-30T00:00"), A.At("2025-03-30T05:00")).Select(s => s.Answer.ToString()).Should().Equal("ann", "ben", "dan", "ann");
    }

    // Turns
    [Fact]
    public void Turns_TwoBusinessDaysEach_SkipTheWeekend()
    {
        var rotation = A.Rotation(RotationUnit.Day, "2025-01-06T00:00", "ann", "ben", "cem") with { Length = 2, Consumption = TurnConsumption.ActiveWindowsOnly };
        var schedule = Of(A.Schedule("Europe/Berlin", A.Layer("main", rotation, A.Hours(A.Weekdays, 9, 17))), "ann", "ben", "cem");
        string.Join(' ', new[] { 6, 7, 8, 9, 10, 13, 14, 15 }.Select(day => Answer(schedule, $"2025-01-{day:00}T10:00"))).Should().Be("ann ann ben ben cem cem ann ann");
    }

    [Fact]
    public void Turns_FourAndThreeDays_AlternateForEver()
    {
        var schedule = Of(A.Schedule("Europe/Berlin", A.Layer("main", A.Rotation(RotationUnit.Day, "2025-01-06T09:00", "ann", "ben") with { Lengths = [4, 3] })), "ann", "ben");
        schedule.Between(A.At("2025-01-06T09:00"), A.At("2025-01-20T09:00")).Select(s => s.Length.TotalDays).Should().Equal(4, 3, 4, 3);
    }

    [Fact]
    public void Turns_MonthsFromTheThirtyFirst_AreClampedAndComeBack()
    {
        var schedule = Of(A.Schedule("Europe/Berlin", A.Layer("main", A.Rotation(RotationUnit.Month, "2024-01-31T00:00", "ann", "ben"))), "ann", "ben");
        schedule.Between(A.At("2024-01-31T00:00"), A.At("2024-05-31T00:00")).Select(s => s.From.InZone(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).Date)
            .Should().Equal(new LocalDate(2024, 1, 31), new LocalDate(2024, 2, 29), new LocalDate(2024, 3, 31), new LocalDate(2024, 4, 30));
    }

    [Fact]
    public void Turns_ALayerThatBeginsLater_KeepItsAnchor()
    {
        var layer = Weekly("ann", "ben").Layers[0] with { EffectiveFrom = A.At("2025-01-15T00:00") };
        var schedule = Of(A.Schedule("Europe/Berlin", layer), "ann", "ben");
        schedule.Between(From, A.At("2025-01-27T09:00")).Select(s => (s.From, s.Answer.ToString())).Should().Equal(
            (From, "nobody (OutsideWindows)"), (A.At("2025-01-15T00:00"), "ben"), (A.At("2025-01-20T09:00"), "ann"));
    }

    [Fact]
    public void Turns_AnEmptySlot_IsLeftToTheNextLayer()
    {
        var buffer = new Rotation { Participants = [], Groups = [A.Ids("ann"), []], Unit = RotationUnit.Week, Anchor = A.Local("2025-01-06T09:00"), Consumption = TurnConsumption.Calendar };
        Answer(Of(A.Schedule("Europe/Berlin", A.Layer("main", buffer)), "ann"), "2025-01-14T00:00").Should().Be("nobody (NoParticipants)");
    }

    [Fact]
    public void Windows_WeekdayNotNamed_IsNeverActive()
        => Answer(Of(A.Schedule("Europe/Berlin", A.Layer("main", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", "ann"), A.Hours(A.Weekdays, 0, 0))), "ann"), "2025-01-11T12:00").Should().Be("nobody (OutsideWindows)");

    [Fact]
    public void Windows_StartEqualsEnd_IsTwentyFourHours()
        => Of(A.Schedule("Europe/Berlin", A.Layer("main", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", "ann"), A.Hours([IsoDayOfWeek.Monday], 9, 9))), "ann")
            .Between(From, A.At("2025-01-10T00:00")).Single(s => s.Gap is null).Length.Should().Be(Duration.FromHours(24));

    // Absences
    [Fact]
    [Requirement("2.7")]
    public void Absence_WholeDay_IsADayOfThePersonsOwnZone()
    {
        var people = A.People(A.Person("ann", "ben") with { Zone = "America/New_York", Absences = [new(new(2025, 1, 8), new(2025, 1, 8))] }, A.Person("ben"));
        new OnCallSchedule(Weekly("ann"), people).Between(From, A.At("2025-01-13T00:00")).Single(s => s.Answer.ToString() == "ben")
            .Should().BeEquivalentTo(new { From = A.At("2025-01-08T00:00", "America/New_York"), To = A.At("2025-01-09T00:00", "America/New_York") });
    }

    [Fact]
    public void Absence_SkippedDay_IsNoTimeAtAll()
    {
        var people = A.People(A.Person("ann", "ben") with { Zone = "Pacific/Apia", Absences = [new(new(2011, 12, 30), new(2011, 12, 30))] }, A.Person("ben"));
        new OnCallSchedule(Weekly("ann"), people).Between(A.Utc("2011-12-25T00:00"), A.Utc("2012-01-05T00:00")).Should().ContainSingle();
    }

    [Fact]
    public void Swap_AskedByAManagerForSomebodyAway_ActsWhenAccepted()
    {
        var swap = new ShiftSwapRequest("s", A.Id("ann"), A.Id("ben"), A.Local("2025-01-08T00:00"), A.Local("2025-01-10T00:00"), SwapState.Open);
        Answer(Of(Weekly("ann") with { Swaps = [swap] }, "ann", "ben"), "2025-01-08T12:00").Should().Be("ann");
        Answer(Of(Weekly("ann") with { Swaps = [swap with { State = SwapState.Accepted }] }, "ann", "ben"), "2025-01-08T12:00").Should().Be("ben");
    }

    // Overrides
    [Fact]
    public void Replace_OutsideThePersonsShifts_DoesNothing()
    {
        var schedule = Of(Weekly("ann", "ben") with { Overrides = [A.Override("o", OverrideKind.Replace, "2025-01-10T00:00", "2025-01-17T00:00", "cem", "ann")] }, "ann", "ben", "cem");
        Answer(schedule, "2025-01-12T00:00").Should().Be("cem");
        Answer(schedule, "2025-01-14T00:00").Should().Be("ben");
    }

    [Fact]
    public void Replace_AForBAndBForCTogether_IsNotAChain()
    {
        var definition = Weekly("ann") with { Overrides = [A.Override("1", OverrideKind.Replace, "2025-01-07T00:00", "2025-01-08T00:00", "ben", "ann"), A.Override("2", OverrideKind.Replace, "2025-01-07T00:00", "2025-01-08T00:00", "cem", "ben")] };
        Answer(Of(definition, "ann", "ben", "cem"), "2025-01-07T12:00").Should().Be("ben");
    }

    [Fact]
    public void Replace_TwiceForOnePerson_IsRefusedWhenWritten()
    {
        var definition = Weekly("ann") with { Overrides = [A.Override("1", OverrideKind.Replace, "2025-01-07T00:00", "2025-01-08T00:00", "ben", "ann"), A.Override("2", OverrideKind.Replace, "2025-01-07T12:00", "2025-01-09T00:00", "cem", "ann")] };
        OnCallSchedule.Validate(definition, A.People("ann", "ben", "cem")).Should().ContainSingle().Which.Message.Should().StartWith("'1' already replaces ann");
    }

    [Fact]
    public void Swaps_ThatOverlap_TheLaterWrittenWins()
    {
        ShiftSwapRequest Swap(string id, string taker, Instant at) => new(id, A.Id("ann"), A.Id(taker), A.Local("2025-01-07T00:00"), A.Local("2025-01-08T00:00"), SwapState.Accepted, at);
        Answer(Of(Weekly("ann") with { Swaps = [Swap("z", "ben", From), Swap("a", "cem", From + Duration.FromHours(1))] }, "ann", "ben", "cem"), "2025-01-07T12:00").Should().Be("cem");
    }

    [Fact]
    public void Swap_WhoseShiftHasMoved_IsToldByTheLinter()
    {
        var definition = Weekly("ann", "ben") with { Swaps = [new("s", A.Id("ann"), A.Id("ben"), A.Local("2025-01-14T00:00"), A.Local("2025-01-15T00:00"), SwapState.Accepted)] };
        ScheduleLint.Check(definition, A.People("ann", "ben"), From, NextYear).Should().ContainSingle().Which.Path.Should().Be("swaps[s]");
    }

    [Fact]
    public void Override_ForOneClient_DoesNotLeakToOthers()
    {
        var definition = Weekly("ann") with { Overrides = [A.Override("o", OverrideKind.Take, "2025-01-07T00:00", "2025-01-08T00:00", "ben") with { Client = new("acme") }] };
        var schedule = Of(definition, "ann", "ben");
        Answer(schedule, "2025-01-07T12:00", need: new() { Client = new("acme") }).Should().Be("ben");
        Answer(schedule, "2025-01-07T12:00", need: new() { Client = new("other") }).Should().Be("ann");
        Answer(schedule, "2025-01-07T12:00").Should().Be("ann");
    }

    [Fact]
    public void Take_OfAnAbsentPerson_IsPassedOver()
    {
        var people = A.People(A.Person("ann"), A.Person("ben") with { Absences = [new(new(2025, 1, 7), new(2025, 1, 7))] });
        var definition = Weekly("ann") with { Overrides = [A.Override("o", OverrideKind.Take, "2025-01-07T00:00", "2025-01-08T00:00", "ben")] };
        Answer(new(definition, people), "2025-01-07T12:00").Should().Be("ann");
    }

    [Fact]
    public void Remove_TheOnlyPerson_IsAGapThatSaysSo()
        => Answer(Of(Weekly("ann") with { Overrides = [A.Override("o", OverrideKind.Remove, "2025-01-07T00:00", "2025-01-08T00:00", "ann")] }, "ann"), "2025-01-07T12:00").Should().Be("nobody (Removed)");

    [Theory]
    [InlineData(PlanHoles.Layers, "ann")]
    [InlineData(PlanHoles.Gap, "nobody (Removed)")]
    public void Plan_WithHoles_FallsBackAsWritten(PlanHoles holes, string expected)
    {
        var plan = new TemporaryPlan("fair", A.Local("2025-01-07T00:00"), A.Local("2025-01-09T00:00"), [new(A.Local("2025-01-07T00:00"), A.Local("2025-01-08T00:00"), A.Id("ben"))], holes);
        var schedule = Of(Weekly("ann") with { Plans = [plan] }, "ann", "ben");
        Answer(schedule, "2025-01-07T12:00").Should().Be("ben");
        Answer(schedule, "2025-01-08T12:00").Should().Be(expected);
    }

    [Theory]
    [InlineData(LocalTimeChoice.Earlier, "2025-10-26T00:30")]
    [InlineData(LocalTimeChoice.Later, "2025-10-26T01:30")]
    public void Override_TypedForARepeatedHour_BeginsAsChosen(LocalTimeChoice choice, string utc)
    {
        var definition = Weekly("ann") with { Overrides = [A.Override("o", OverrideKind.Take, "2025-10-26T02:30", "2025-10-26T12:00", "ben") with { LocalTimes = choice }] };
        Of(definition, "ann", "ben").NextHandoff(A.At("2025-10-25T12:00"))!.At.Should().Be(A.Utc(utc));
    }

    // Gaps and reachability
    [Fact]
    public void Participant_WhoWasDeleted_IsAGapAndNotAnEmptyShift()
        => Answer(Of(Weekly("gone"), "ann"), "2025-01-07T12:00").Should().Be("nobody (Unreachable)");

    [Fact]
    public void Participant_WithoutAnyContact_IsSkippedToTheNextAtOnce()
    {
        var definition = A.Schedule("Europe/Berlin", A.Layer("first", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", "ann")), A.Layer("second", A.Rotation(RotationUnit.Week, "2025-01-06T09:00", "ben")));
        Answer(new(definition, A.People(A.Person("ann") with { Contacts = [] }, A.Person("ben"))), "2025-01-07T12:00").Should().Be("ben");
    }

    [Fact]
    [Requirement("2.18")]
    public void Coverage_HolidayOfTheClient_IsNotPromisedAndNoGap()
    {
        var office = new CalendarDefinition { Id = new("office"), Zone = "Europe/Berlin", Weekly = A.Weekdays.ToDictionary(d => d, IReadOnlyList<OpeningWindow> (_) => [new(new(9, 0), new(17, 0))]), HolidayRegion = "DE-HH" };
        var ann = A.Person("ann") with { Absences = [new(new(2025, 12, 25), new(2025, 12, 26))] };
        var schedule = new OnCallSchedule(Weekly("ann"), A.People(ann));
        CoverageCheck.Prove(schedule, [new("office", CoverageHours.Of(BusinessCalendar.Compile(office)))], From, NextYear).IsProved.Should().BeTrue();
    }

    // Feeds
    [Fact]
    public void Feed_OfAWholeYear_HasNoThirtyDayHorizon()
        => CalendarFeed.Of(Of(Weekly("ann", "ben"), "ann", "ben"), From, NextYear, From).Events[^1].To.Should().Be(NextYear);

    [Fact]
    public void Shifts_ThatTouch_HaveNoSeamOfASecond()
    {
        var shifts = Of(Weekly("ann", "ben"), "ann", "ben").Between(From, NextYear).ToList();
        shifts.Zip(shifts.Skip(1)).Should().OnlyContain(pair => pair.First.To == pair.Second.From);
    }
}
