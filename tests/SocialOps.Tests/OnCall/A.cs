using NodaTime;
using NodaTime.Text;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.Tests.OnCall;

/// <summary>Short words for schedules in tests.</summary>
internal static class A
{
    internal static readonly IReadOnlyList<IsoDayOfWeek> Weekdays = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];
    internal static readonly IReadOnlyList<IsoDayOfWeek> EveryDay = [.. Weekdays, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    internal static PersonDefinition Person(string id, params string[] deputies) => new()
    {
        Id = new(id),
        Name = id,
        Zone = "Europe/Berlin",
        Contacts = [new("mail", $"{id}@example.org")],
        Deputies = Ids(deputies),
    };

    internal static PersonId Id(string id) => new(id);

    internal static PersonId[] Ids(params string[] ids) => [.. ids.Select(id => new PersonId(id))];

    internal static Dictionary<PersonId, PersonDefinition> People(params PersonDefinition[] people) => people.ToDictionary(p => p.Id);

    internal static Dictionary<PersonId, PersonDefinition> People(params string[] ids) => People([.. ids.Select(id => Person(id))]);

    internal static Rotation Rotation(RotationUnit unit, string anchor, params string[] ids) => new()
    {
        Participants = Ids(ids),
        Unit = unit,
        Anchor = Local(anchor),
        Consumption = TurnConsumption.Calendar,
    };

    internal static ScheduleLayer Layer(string name, Rotation rotation, params TimeRestriction[] restrictions) => new() { Name = name, Rotation = rotation, Restrictions = restrictions };

    internal static ScheduleDefinition Schedule(string zone, params ScheduleLayer[] layers) => new() { Id = new("duty"), Zone = zone, Layers = layers };

    internal static TimeRestriction Hours(IReadOnlyList<IsoDayOfWeek> days, int opens, int closes) => new(days, new OpeningWindow(new LocalTime(opens, 0), new LocalTime(closes % 24, 0)));

    internal static LocalDateTime Local(string text) => LocalDateTimePattern.GeneralIso.Parse(text.Length == 16 ? text + ":00" : text).Value;

    internal static Instant At(string text, string zone = "Europe/Berlin") => Local(text).InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToInstant();

    internal static Instant Utc(string text) => Local(text).InUtc().ToInstant();

    internal static ShiftOverride Override(string id, OverrideKind kind, string from, string to, string? person = null, string? replaces = null)
        => new(id, kind, Local(from), Local(to), person is null ? null : Id(person), replaces is null ? null : Id(replaces));
}
