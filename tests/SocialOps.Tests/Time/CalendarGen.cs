using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SocialOps.Time;

namespace SocialOps.Tests.Time;

/// <summary>Any calendar in any zone, and instants near its holidays, overrides and breaks, from 1900 to 2100.</summary>
internal static class CalendarGen
{
    private static readonly string[] Zones =
    [
        "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Antarctica/Troll", "Pacific/Apia", "Africa/Casablanca", "Asia/Kathmandu",
        "America/St_Johns", "Asia/Tehran", "Pacific/Kiritimati", "Asia/Gaza", "America/Scoresbysund", "UTC", "Africa/Cairo", "America/Havana",
    ];

    public static Gen<Case> Cases =>
        from day in Gen.Choose(0, 200 * 365)
        let date = new LocalDate(1900, 2, 1).PlusDays(day)
        from definition in Definitions(date)
        from ticks in Gen.Choose(-2_000_000_000, 2_000_000_000).Three()
        from minutes in Gen.Choose(0, 60 * 24 * 40).Two()
        from extra in Gen.Choose(0, 599_999_999).Two()
        let calendar = BusinessCalendar.Compile(definition)
        let instants = new[] { ticks.Item1, ticks.Item2, ticks.Item3 }.Select(t => date.AtMidnight().InUtc().ToInstant() + Duration.FromTicks(t * 10_007L)).ToArray()
        select new Case(definition, calendar, instants, Budget(minutes.Item1, extra.Item1), Budget(minutes.Item2, extra.Item2));

    public static Gen<CalendarDefinition> Definitions(LocalDate near) =>
        from zone in Gen.Elements(Zones)
        from weekly in Gen.ListOf(Windows, 7)
        from holidays in Dates(near, 4)
        from overrides in Dates(near, 3)
        from replacements in Gen.ListOf(Windows, 3)
        from breaks in Gen.ListOf(Gen.Choose(-3000, 3000).Two(), 2)
        from region in Gen.Elements(null, "DE-HH", "CH-GL", "AT")
        select new CalendarDefinition
        {
            Id = new("any"),
            Zone = zone,
            HolidayRegion = region,
            Weekly = weekly.Index().ToDictionary(w => (IsoDayOfWeek)(w.Index + 1), w => w.Index == 2 && w.Item.Count == 0 ? [new(new(9, 0), new(17, 0))] : w.Item),
            Holidays = [.. holidays.Distinct().Select(d => new Holiday(d, "any"))],
            Overrides = [.. overrides.Distinct().Zip(replacements).Select(o => new DateOverride(o.First, o.Second))],
            Breaks = [.. breaks.Select(b => Break(near, b.Item1, b.Item2)).Where(b => b.From < b.To)],
        };

    private static Gen<IReadOnlyList<OpeningWindow>> Windows =>
        from count in Gen.Choose(0, 3)
        from times in Gen.ListOf(Gen.Elements(0, 1, 60, 90, 120, 121, 150, 180, 360, 540, 720, 1020, 1380, 1439).Two(), count)
        select (IReadOnlyList<OpeningWindow>)[.. times.Select(t => new OpeningWindow(Time(t.Item1), Time(t.Item2)))];

    private static Gen<IReadOnlyList<LocalDate>> Dates(LocalDate near, int count) =>
        from days in Gen.ListOf(Gen.Choose(-5, 12), count)
        select (IReadOnlyList<LocalDate>)[.. days.Select(near.PlusDays)];

    private static CalendarBreak Break(LocalDate near, int a, int b)
        => new(near.AtMidnight().PlusMinutes(Math.Min(a, b)), near.AtMidnight().PlusMinutes(Math.Max(a, b)).PlusTicks(7));

    private static LocalTime Time(int minute) => new(minute / 60, minute % 60);

    private static Duration Budget(int minutes, int ticks) => Duration.FromMinutes(minutes) + Duration.FromTicks(ticks);
}

/// <summary>A calendar with three instants and two budgets.</summary>
internal sealed record Case(CalendarDefinition Definition, BusinessCalendar Calendar, Instant[] At, Duration X, Duration Y)
{
    public override string ToString()
        => $"{Definition.Zone} {string.Join(' ', Definition.Weekly.Select(w => $"{w.Key}[{string.Join(',', w.Value)}]"))} holidays[{string.Join(',', Definition.Holidays.Select(h => h.On))}] {Definition.HolidayRegion}"
            + $" overrides[{string.Join(',', Definition.Overrides.Select(o => $"{o.On}:{string.Join('+', o.Windows)}"))}] breaks[{string.Join(',', Definition.Breaks)}] at[{string.Join(',', At)}] x={X} y={Y}";
}
