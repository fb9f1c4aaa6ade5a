using System.Text;
using NodaTime;
using SocialOps.OnCall;
using SocialOps.OnCall.Calendars;

namespace SocialOps.Tests.OnCall;

public sealed class CalendarTests
{
    private static readonly Instant From = A.At("2025-01-06T00:00");
    private static readonly Instant To = A.At("2025-02-10T00:00");
    private static readonly ScheduleDefinition Plan = A.Schedule("Europe/Berlin", A.Layer("office", A.Rotation(RotationUnit.Week, "2025-01-06T00:00", "ann", "ben"), A.Hours(A.Weekdays, 9, 17)));

    private static OnCallSchedule Schedule(ScheduleDefinition? plan = null) => new(plan ?? Plan, A.People("ann", "ben"));

    private static CalendarFeed Feed(CalendarFeed? previous = null, ScheduleDefinition? plan = null, Instant? from = null) => CalendarFeed.Of(Schedule(plan), from ?? From, To, from ?? From, previous);

    private static CalendarImport Read(string body) => CalendarReader.Read($"BEGIN:VCALENDAR\r\n{body.ReplaceLineEndings("\r\n")}\r\nEND:VCALENDAR\r\n", From, A.At("2026-01-01T00:00"), "Europe/Berlin");

    private static string Event(string body) => $"BEGIN:VEVENT\nUID:1\nSUMMARY:x\n{body}\nEND:VEVENT";

    [Fact]
    public void ToText_FeedOfASchedule_IsWellFormed()
    {
        var text = Feed().ToText();
        text.Should().StartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").And.EndWith("END:VCALENDAR\r\n");
        text.Should().Contain("X-WR-TIMEZONE:Europe/Berlin\r\n").And.Contain("REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n");
        text.Should().Contain("DTSTART:20250106T080000Z\r\nDTEND:20250106T160000Z\r\n");
        text.Split("\r\n").Should().OnlyContain(line => Encoding.UTF8.GetByteCount(line) <= 75);
    }

    [Fact]
    public void ToText_LongNameOfManyBytes_IsFoldedBetweenCharacters()
    {
        var name = string.Concat(Enumerable.Repeat("Überwachung 🚨; ", 12));
        var people = A.People(A.Person("ann") with { Name = name }, A.Person("ben"));
        var text = CalendarFeed.Of(new OnCallSchedule(Plan, people), From, To, From).ToText();
        text.Split("\r\n").Should().OnlyContain(line => Encoding.UTF8.GetByteCount(line) <= 75);
        CalendarReader.Read(text, From, To, "Etc/UTC").Events[0].Summary.Should().Be("On call: " + name);
    }

    [Fact]
    public void Of_ReadBack_IsTheSameShifts()
    {
        var read = CalendarReader.Read(Feed().ToText(), From, To, "Etc/UTC");
        read.Findings.Should().BeEmpty();
        read.Events.Select(e => (e.Uid, e.From, e.To)).Should().Equal(Feed().Events.Select(e => (e.Uid, e.From, e.To)));
    }

    [Fact]
    public void Of_LaterBegin_KeepsTheUids()
    {
        var later = Feed(from: A.At("2025-01-09T12:00")).Events;
        later.Select(e => (e.Uid, e.To)).Should().BeSubsetOf(Feed().Events.Select(e => (e.Uid, e.To)));
    }

    [Fact]
    public void Of_NothingChanged_KeepsSequenceAndBytes() => Feed(Feed()).ToText().Should().Be(Feed().ToText());

    [Fact]
    public void Of_HoursChanged_CountsTheSequenceAndKeepsTheUids()
    {
        var changed = Plan with { Layers = [Plan.Layers[0] with { Restrictions = [A.Hours(A.Weekdays, 10, 18)] }] };
        var after = Feed(Feed(), changed).Events;
        after.Select(e => e.Uid).Should().Equal(Feed().Events.Select(e => e.Uid));
        after.Should().OnlyContain(e => e.Sequence == 1 && !e.IsCancelled);
    }

    [Fact]
    public void Of_ShiftGone_StaysAsCancelled()
    {
        var changed = Plan with { Layers = [Plan.Layers[0] with { Restrictions = [A.Hours(A.Weekdays.Take(4).ToList(), 9, 17)] }] };
        var cancelled = Feed(Feed(), changed).Events.Where(e => e.IsCancelled).ToList();
        cancelled.Should().HaveCount(5).And.OnlyContain(e => e.Sequence == 1);
        Feed(Feed(), changed).ToText().Should().Contain("STATUS:CANCELLED");
    }

    [Fact]
    public void Of_Person_HasTheirDutiesAndAbsencesAsWholeDays()
    {
        var people = A.People(A.Person("ann") with { Zone = "America/New_York", Absences = [new(new(2025, 1, 20), new(2025, 1, 21), Reason: "holiday")] }, A.Person("ben"));
        var feed = CalendarFeed.Of(new OnCallSchedule(Plan, people), A.Id("ann"), From, To, From);
        feed.Zone.Should().Be("America/New_York");
        feed.ToText().Should().Contain("DTSTART;VALUE=DATE:20250120\r\nDTEND;VALUE=DATE:20250122\r\nSUMMARY:ann: holiday\r\n");
        feed.Events.Should().OnlyContain(e => e.FirstOn != null || e.Summary == "On call: ann");
    }

    [Fact]
    public void Read_WholeDays_AreDaysOfTheCalendarsZone()
    {
        var read = Read("X-WR-TIMEZONE:America/New_York\n" + Event("DTSTART;VALUE=DATE:20250210\nDTEND;VALUE=DATE:20250212")).Events[0];
        read.ToAbsence()!.FirstOn.Should().Be(new LocalDate(2025, 2, 10));
        read.ToAbsence()!.LastOn.Should().Be(new LocalDate(2025, 2, 11));
        read.From.Should().Be(A.At("2025-02-10T00:00", "America/New_York"));
        var timed = read.ToTimedAbsence(A.Id("ben"));
        (timed.From, timed.Until, timed.Deputy).Should().Be((read.From, A.At("2025-02-12T00:00", "America/New_York"), A.Id("ben")));
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY;COUNT=3", "2025-01-08,2025-01-09,2025-01-10")]
    [InlineData("RRULE:FREQ=DAILY;INTERVAL=10;UNTIL=20250128T080000Z", "2025-01-08,2025-01-18,2025-01-28")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4", "2025-01-08,2025-01-13,2025-01-15,2025-01-20")]
    [InlineData("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,WE;COUNT=4", "2025-01-08,2025-01-21,2025-01-22,2025-02-04")]
    [InlineData("RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;TZID=Europe/Berlin:20250115T090000", "2025-01-08,2025-01-22")]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20250110", "2025-01-08,2025-01-09,2025-01-10")]
    public void Read_Rule_RepeatsAsWritten(string rule, string expected)
    {
        var read = Read(Event($"DTSTART;TZID=Europe/Berlin:20250108T090000\nDTEND;TZID=Europe/Berlin:20250108T170000\n{rule}"));
        read.Findings.Should().BeEmpty();
        string.Join(',', read.Events.Select(e => $"{e.From.InUtc().Date:uuuu-MM-dd}")).Should().Be(expected);
    }

    [Fact]
    public void Read_DailyAcrossTheClockChange_KeepsItsLocalHour()
        => Read(Event("DTSTART;TZID=Europe/Berlin:20250329T090000\nDURATION:PT8H\nRRULE:FREQ=DAILY;COUNT=2")).Events.Select(e => e.From).Should().Equal(A.At("2025-03-29T09:00"), A.At("2025-03-30T09:00"));

    [Fact]
    public void Read_SkippedTime_IsShiftedForwardAsTheStandardSays()
        => Read(Event("DTSTART;TZID=Europe/Berlin:20250330T023000\nDURATION:PT1H")).Events[0].From.Should().Be(A.At("2025-03-30T03:30"));

    [Fact]
    public void Read_ZoneNamedAsInOutlook_IsKnown()
        => Read(Event("DTSTART;TZID=\"W. Europe Standard Time\":20250210T090000\nDURATION:P1D")).Events[0].From.Should().Be(A.At("2025-02-10T09:00"));

    [Theory]
    [InlineData("RRULE:FREQ=MONTHLY", "FREQ=MONTHLY is not supported")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=1MO", "BYDAY=1MO is not supported")]
    [InlineData("RRULE:FREQ=DAILY;BYHOUR=9", "BYHOUR=9 is not supported")]
    [InlineData("RDATE:20250210T090000Z", "RDATE is not supported")]
    [InlineData("RECURRENCE-ID:20250210T090000Z", "RECURRENCE-ID is not supported")]
    public void Read_WhatIsNotUnderstood_IsRefusedByName(string line, string message)
    {
        var read = Read(Event($"DTSTART:20250108T090000Z\nDTEND:20250108T170000Z\n{line}"));
        read.Events.Should().BeEmpty();
        read.Findings.Should().ContainSingle().Which.Message.Should().StartWith(message);
    }

    [Fact]
    public void Read_AFaultyEventBesideASoundOne_TakesTheSoundOne()
    {
        var read = Read(Event("DTSTART:never\nDURATION:PT1H") + "\n" + Event("DTSTART:20250210T090000Z\nDURATION:PT1H"));
        read.Events.Should().ContainSingle();
        read.Findings.Should().ContainSingle().Which.Line.Should().Be(5);
    }

    [Fact]
    public void ToOverride_ImportedShift_CoversExactlyItsInstants()
    {
        var shift = Read(Event("DTSTART:20251026T013000Z\nDTEND:20251026T080000Z")).Events[0];
        var plan = Plan with { Overrides = [shift.ToOverride("imported", A.Id("ben"), "Europe/Berlin")] };
        Schedule(plan).Between(A.Utc("2025-10-25T20:00"), A.Utc("2025-10-26T20:00")).Single(s => s.Gap is null).Should().BeEquivalentTo(new { shift.From, shift.To });
    }
}
