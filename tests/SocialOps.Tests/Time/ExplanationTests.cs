using NodaTime;
using SocialOps.Time;
using static SocialOps.Tests.Time.Calendars;

namespace SocialOps.Tests.Time;

public sealed class ExplanationTests
{
    private static readonly BusinessCalendar Calendar = (Office with
    {
        HolidayRegion = "DE-HH",
        Overrides = [new(new(2026, 4, 2), [new(new(9, 0), new(12, 0))], "Gründonnerstag")],
        Breaks = [new(new(2026, 4, 7, 9, 0), new(2026, 4, 7, 10, 0), "Umzug")],
    }).Compile();

    [Fact]
    public void Explain_OverEaster_NamesEveryReason()
        => Calendar.Explain(At("2026-04-02T11:00"), Duration.FromHours(2)).ToText(TextLanguage.German).Should().Be(
            """
            Fällig Di 2026-04-07 11:00 (Europe/Berlin): 2 h gezählt seit Do 2026-04-02 11:00.
            Do 2026-04-02 11:00 - Do 2026-04-02 12:00: geöffnet, 1 h
            Do 2026-04-02 12:00 - Fr 2026-04-03 00:00: andere Zeiten an diesem Tag: Gründonnerstag
            Fr 2026-04-03 00:00 - Sa 2026-04-04 00:00: Feiertag: Karfreitag
            Sa 2026-04-04 00:00 - Mo 2026-04-06 00:00: Wochenende
            Mo 2026-04-06 00:00 - Di 2026-04-07 00:00: Feiertag: Ostermontag
            Di 2026-04-07 00:00 - Di 2026-04-07 09:00: außerhalb der Öffnungszeit
            Di 2026-04-07 09:00 - Di 2026-04-07 10:00: Unterbrechung: Umzug
            Di 2026-04-07 10:00 - Di 2026-04-07 11:00: geöffnet, 1 h
            """);

    [Fact]
    public void Explain_OverAClockChange_TellsIt()
        => Office.Compile().Explain(At("2026-03-27T17:30"), Duration.FromMinutes(45)).ToText(TextLanguage.English).Should().Be(
            """
            Due Mon 2026-03-30 09:15 (Europe/Berlin): 45 min counted since Fri 2026-03-27 17:30.
            Fri 2026-03-27 17:30 - Fri 2026-03-27 18:00: open, 30 min
            Fri 2026-03-27 18:00 - Sat 2026-03-28 00:00: outside hours
            Sat 2026-03-28 00:00 - Mon 2026-03-30 00:00: weekend
            Mon 2026-03-30 00:00 - Mon 2026-03-30 09:00: outside hours
            Mon 2026-03-30 09:00 - Mon 2026-03-30 09:15: open, 15 min
            Clock change: 2026-03-29 02:00 -> 2026-03-29 03:00
            """);

    [Fact]
    public void Explain_HoursInTheSkippedHour_SaysSo()
        => Definition("Europe/Berlin", EveryDay, "02:00-03:00").Compile().Explain(At("2026-03-28T02:30"), Duration.FromHours(1)).Pieces
            .Should().Contain(p => p.Kind == PieceKind.ClockChange && p.Span.Contains(At("2026-03-29T12:00")));

    [Fact]
    public void Explain_OfAClock_TellsItsPauses()
    {
        var clock = ResponseClock.Start(ResponseClockKind.Resolve, new ResponseTarget.Within(Duration.FromHours(2)), Calendar, At("2026-03-27T10:00"))
            .Pause(At("2026-03-27T11:00"), Calendar).Resume(At("2026-03-27T11:45:30"), Calendar);

        clock.Explain(Calendar).ToString().Should().Be(
            """
            Due Fri 2026-03-27 12:45:30 (Europe/Berlin): 2 h counted since Fri 2026-03-27 10:00.
            Fri 2026-03-27 10:00 - Fri 2026-03-27 11:00: open, 1 h
            Fri 2026-03-27 11:00 - Fri 2026-03-27 11:45:30: paused
            Fri 2026-03-27 11:45:30 - Fri 2026-03-27 12:45:30: open, 1 h
            """);
    }

    [Fact]
    public void Explain_OfCombinedCalendars_TellsWhoIsClosed()
    {
        var lunch = Definition("Europe/Berlin", EveryDay, "12:00-13:00") with { Id = new("lunch") };

        Office.Compile().Except(lunch.Compile()).Explain(At("2026-03-27T11:30"), Duration.FromHours(1)).Pieces
            .Should().ContainSingle(p => p.Kind == PieceKind.Excluded && p.English == "lunch" && p.Span.Duration == Duration.FromHours(1));
        Office.Compile().Intersect(lunch.Compile()).Explain(At("2026-03-26T12:30"), Duration.FromHours(1)).Pieces
            .Should().OnlyContain(p => p.Kind == PieceKind.Open || p.Kind == PieceKind.OutsideHours);
    }
}
