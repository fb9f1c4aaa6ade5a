using NodaTime;
using SocialOps.People;

namespace SocialOps.Definitions;

/// <summary>Who has to read what. Pure.</summary>
internal static class BriefingStandings
{
    /// <exception cref="NotFoundException">The client has no briefing.</exception>
    public static IReadOnlyList<BriefingStanding> Of(AgencySnapshot agency, ClientDefinition client)
    {
        var briefing = client.Briefing ?? throw new NotFoundException("briefing of client", client.Id.Value);
        var required = BriefingDuty.RequiredFrom(agency.Definition, client);
        return [.. agency.People.Values.Where(p => MayWorkFor(p, client.Id)).OrderBy(p => p.Id.Value, StringComparer.Ordinal).Select(Standing)];

        BriefingStanding Standing(PersonDefinition person)
        {
            var confirmed = person.Briefings.Where(b => b.Client == client.Id).Select(b => (int?)b.Version).Max();
            return confirmed >= briefing.Version ? new(person.Id, confirmed, null, null)
                : new(person.Id, confirmed, briefing.Version, confirmed >= briefing.Version - 1 || briefing.Version == 1 ? required : Instant.MinValue);
        }
    }

    /// <summary>Whether somebody may be asked at all: not walled off, and among its people where they are listed.</summary>
    public static bool MayWorkFor(PersonDefinition person, ClientId client) => !person.ClientWalls.Contains(client) && (person.Clients.Count == 0 || person.Clients.Contains(client));
}
