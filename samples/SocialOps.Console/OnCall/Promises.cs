using SocialOps.Definitions;
using SocialOps.OnCall;
using SocialOps.OnCall.Coverage;

namespace SocialOps.Console.OnCall;

/// <summary>What the clients were promised, as hours that somebody must be on duty.</summary>
internal static class Promises
{
    public static IEnumerable<CoverageDemand> Of(AgencyDefinition agency, ClientDefinition client) => PromisedHours.Of(new AgencySnapshot(agency, 1), client);

    public static OnCallSchedule Schedule(AgencyDefinition agency, ScheduleId id)
        => new(agency.Schedules.Single(schedule => schedule.Id == id), agency.People.ToDictionary(person => person.Id));
}
