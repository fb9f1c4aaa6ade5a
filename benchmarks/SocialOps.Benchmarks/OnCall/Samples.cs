using NodaTime;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.Benchmarks.OnCall;

/// <summary>Five layers with overrides, a swap, a plan and absences with deputies.</summary>
internal static class Samples
{
    internal static readonly Instant Year = Instant.FromUtc(2026, 1, 1, 0, 0);
    internal static readonly Instant NextYear = Instant.FromUtc(2027, 1, 1, 0, 0);
    private static readonly IsoDayOfWeek[] Weekdays = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];
    private static readonly IsoDayOfWeek[] Weekend = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    internal static Dictionary<PersonId, PersonDefinition> People { get; } = Enumerable.Range(0, 12).Select(i => new PersonDefinition
    {
        Id = Id(i),
        Name = "p" + i,
        Zone = "Europe/Berlin",
        Contacts = [new("mail", "p" + i)],
        Deputies = [Id(i + 1)],
        Absences = [.. Enumerable.Range(0, 4).Select(q => new Absence(new(2026, 1 + (q * 3), 1 + i), new(2026, 1 + (q * 3), 6 + i), q % 2 == 0 ? Id(i + 2) : null))],
    }).ToDictionary(p => p.Id);

    internal static ScheduleDefinition FiveLayers(int anchorYear = 2025) => new()
    {
        Id = new("duty"),
        Zone = "Europe/Berlin",
        Layers =
        [
            Layer("weekend", RotationUnit.Week, anchorYear, [0, 1, 2], Hours(Weekend, 9, 20)),
            Layer("early", RotationUnit.Day, anchorYear, [3, 4, 5, 6], Hours(Weekdays, 7, 12)),
            Layer("late", RotationUnit.Day, anchorYear, [7, 8, 9], Hours(Weekdays, 12, 20)),
            Layer("evening", RotationUnit.Day, anchorYear, [10, 11, 0], Hours([.. Weekdays, .. Weekend], 20, 23)),
            Layer("nights", RotationUnit.Week, anchorYear, [1, 4, 7, 10]),
        ],
        Overrides = [.. Enumerable.Range(0, 40).Select(i => new ShiftOverride("o" + i, (OverrideKind)(i % 4), new LocalDateTime(2026, 1, 2, 8, 0).PlusDays(i * 9), new LocalDateTime(2026, 1, 3, 8, 0).PlusDays(i * 9), Id(i), Id(i + 3)))],
        Swaps = [.. Enumerable.Range(0, 12).Select(i => new ShiftSwapRequest("s" + i, Id(i), Id(i + 5), new(2026, 1 + i, 10, 0, 0), new(2026, 1 + i, 12, 0, 0), SwapState.Accepted))],
        Plans = [new("christmas", new(2026, 12, 24, 0, 0), new(2026, 12, 27, 0, 0), [new(new(2026, 12, 24, 8, 0), new(2026, 12, 26, 20, 0), Id(2))])],
    };

    internal static ScheduleDefinition OneLayer(int anchorYear) => new() { Id = new("duty"), Zone = "Europe/Berlin", Layers = [Layer("main", RotationUnit.Day, anchorYear, [0, 1, 2], Hours(Weekdays, 9, 17)) with { Rotation = Turns(RotationUnit.Day, anchorYear, [0, 1, 2], TurnConsumption.Calendar) }] };

    internal static TimeRestriction Hours(IReadOnlyList<IsoDayOfWeek> days, int opens, int closes) => new(days, new OpeningWindow(new LocalTime(opens, 0), new LocalTime(closes, 0)));

    internal static IReadOnlyList<IsoDayOfWeek> EveryDay { get; } = [.. Weekdays, .. Weekend];

    private static PersonId Id(int i) => new("p" + (i % 12));

    private static ScheduleLayer Layer(string name, RotationUnit unit, int year, int[] people, params TimeRestriction[] hours) => new()
    {
        Name = name,
        Restrictions = hours,
        Rotation = Turns(unit, year, people, TurnConsumption.ActiveWindowsOnly),
    };

    private static Rotation Turns(RotationUnit unit, int year, int[] people, TurnConsumption consumption)
        => new() { Participants = [.. people.Select(Id)], Unit = unit, Anchor = new(year, 1, 6, 7, 0), Consumption = consumption };
}
