using SocialOps.Definitions;
using SocialOps.OnCall;
using SocialOps.OnCall.Coverage;
using SocialOps.Time;

namespace SocialOps.Console.OnCall;

/// <summary>What the clients were promised, as hours that somebody must be on duty.</summary>
internal static class Promises
{
    /// <summary>A demand for each calendar that a client's service levels name, and one for 24 hours on 7 days where a level names none.</summary>
    public static IEnumerable<CoverageDemand> Of(AgencyDefinition agency, ClientDefinition client)
        => agency.Packages.Single(package => package.Id == client.Agreement.Package).ServiceLevels
            .GroupBy(level => level.Calendar)
            .Select(levels => new CoverageDemand($"{client.Name}: {string.Join(", ", levels.Select(level => level.Name))}", Hours(agency, levels.Key), new() { Client = client.Id }));

    public static OnCallSchedule Schedule(AgencyDefinition agency, ScheduleId id)
        => new(agency.Schedules.Single(schedule => schedule.Id == id), agency.People.ToDictionary(person => person.Id));

    private static CoverageHours Hours(AgencyDefinition agency, CalendarId? calendar)
        => calendar is { } id ? CoverageHours.Of(BusinessCalendar.Compile(agency.Calendars.Single(one => one.Id == id))) : CoverageHours.Always;
}
