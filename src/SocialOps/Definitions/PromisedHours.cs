using SocialOps.OnCall.Coverage;
using SocialOps.Time;

namespace SocialOps.Definitions;

/// <summary>What was promised to a client, as hours in which somebody must be on duty (requirement 2.6). Pure.</summary>
public static class PromisedHours
{
    /// <summary>A demand for each calendar that a service level names, one for 24 hours on 7 days where a level names none, and one for each watch window.</summary>
    /// <param name="agency">The definitions.</param>
    /// <param name="client">The client.</param>
    public static IReadOnlyList<CoverageDemand> Of(AgencySnapshot agency, ClientDefinition client)
    {
        ArgumentNullException.ThrowIfNull(agency);
        ArgumentNullException.ThrowIfNull(client);
        var package = agency.GetPackage(client.Agreement.Package);
        return
        [
            .. package.ServiceLevels.GroupBy(l => l.Calendar).Select(g => new CoverageDemand($"{client.Name}: {string.Join(", ", g.Select(l => l.Name))}", Hours(agency, g.Key), new() { Client = client.Id })),
            .. package.Watch.Select(w => new CoverageDemand($"{client.Name}: {w.Name}", Hours(agency, w.Calendar), new() { Client = client.Id }, w.People)),
        ];
    }

    private static CoverageHours Hours(AgencySnapshot agency, CalendarId? calendar) => calendar is { } id ? CoverageHours.Of(agency.GetCalendar(id)) : CoverageHours.Always;
}
