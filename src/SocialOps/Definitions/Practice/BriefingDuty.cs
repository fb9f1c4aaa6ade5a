using NodaTime;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.Definitions;

/// <summary>From when until when people lack the briefings that clients require. Pure.</summary>
internal static class BriefingDuty
{
    public static PersonDefinition WithGaps(AgencyDefinition agency, PersonDefinition person)
        => agency.Clients.Any(c => c.Briefing is not null) ? person with { BriefingGaps = [.. agency.Clients.SelectMany(c => Gaps(agency, c, person))] } : person;

    /// <summary>The instant from which a client's present version is required.</summary>
    public static Instant RequiredFrom(AgencyDefinition agency, ClientDefinition client)
    {
        var zone = agency.Schedules.FirstOrDefault(s => s.Id == client.Agreement.Schedule) is { } schedule ? TimeZones.Find(schedule.Zone) : null;
        return client.Briefing?.RequiredFromOn is { } day ? TimeZones.Resolve(day.AtMidnight(), zone ?? DateTimeZone.Utc) : Instant.MinValue;
    }

    private static IEnumerable<BriefingGap> Gaps(AgencyDefinition agency, ClientDefinition client, PersonDefinition person)
    {
        if (client.Briefing is not { } briefing)
        {
            yield break;
        }

        var required = RequiredFrom(agency, client);
        if (briefing.Version > 1 && Gap(briefing.Version - 1, Instant.MinValue, required) is { } before)
        {
            yield return before;
        }

        if (Gap(briefing.Version, required, Instant.MaxValue) is { } now)
        {
            yield return now;
        }

        BriefingGap? Gap(int version, Instant from, Instant until)
        {
            var confirmed = person.Briefings.Where(b => b.Client == client.Id && b.Version >= version).Select(b => b.At).DefaultIfEmpty(Instant.MaxValue).Min();
            var end = Instant.Min(confirmed, until);
            return from < end ? new(client.Id, version, from, end) : null;
        }
    }
}
