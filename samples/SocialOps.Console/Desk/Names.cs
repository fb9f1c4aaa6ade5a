using System.Globalization;
using NodaTime;
using SocialOps.Definitions;
using SocialOps.People;

namespace SocialOps.Console.Desk;

/// <summary>People by their names, instants in the zone of the agency's first schedule.</summary>
internal sealed class Names(AgencyDefinition agency)
{
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[agency.Schedules is [var first, ..] ? first.Zone : "Etc/UTC"];

    public string Of(Recipient? who) => who switch
    {
        Recipient.OfAgency person => Of(person.Person),
        Recipient.OfClient contact => agency.Clients.FirstOrDefault(c => c.Id == contact.Client)?.Contacts.FirstOrDefault(c => c.Id == contact.Contact)?.Name ?? contact.Contact,
        _ => "nobody",
    };

    public string Of(PersonId person) => agency.People.FirstOrDefault(p => p.Id == person)?.Name ?? person.Value;

    public string When(Instant at) => at.InZone(_zone).ToString("ddd HH:mm", CultureInfo.InvariantCulture);
}
