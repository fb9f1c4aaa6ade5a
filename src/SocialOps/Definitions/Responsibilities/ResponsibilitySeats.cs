using NodaTime;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.ServicePackages;

namespace SocialOps.Definitions;

/// <summary>Who sits on the seats of a line at an instant.</summary>
internal sealed class ResponsibilitySeats(AgencySnapshot agency, ClientDefinition client, ActivityId activity, Instant at)
{
    private readonly DutyRequirement _requirement = new() { Client = client.Id, Skills = agency.RequirementOf(activity).Skills };

    public Recipient? Owner(Responsibility line, List<string> steps)
        => Of(line.Owner, steps)
            ?? (line.Deputy is { } deputy ? Step(Of(deputy, steps), "the line's deputy", steps) : null)
            ?? (line.Owner is Party.ClientSide ? null : Of(new Party.AgencyDuty(), steps))
            ?? Lead(steps)
            ?? Step(Anybody(new() { Client = client.Id }), "a duty manager or admin who is there", steps)
            ?? Step(client.EmergencyContact(), "the client's emergency contact", steps)
            ?? Step(Anybody(null), "somebody who is there, briefed or not", steps);

    /// <summary>The line's control, else the lead, else the line's deputy: the first who is not the owner, who may be standing in just now (requirement 1.2).</summary>
    public Recipient? Control(Responsibility line, Recipient? owner)
        => new[] { line.Control is { } control ? Of(control, null) : null, Lead(null), line.Deputy is { } deputy ? Of(deputy, null) : null }.FirstOrDefault(who => who is not null && who != owner);

    /// <summary>The line's deputy, else the owner's own; somebody other than the owner who is there, reachable and qualified.</summary>
    public Recipient? Deputy(Responsibility line, Recipient? owner)
    {
        if (line.Deputy is { } named && Of(named, null) is { } deputy && deputy != owner)
        {
            return deputy;
        }

        return owner switch
        {
            Recipient.OfAgency person => StandIn(person.Person),
            Recipient.OfClient contact => client.Contacts.FirstOrDefault(c => c.Id != contact.Contact && c.Contacts.Count > 0) is { } other ? new Recipient.OfClient(client.Id, other.Id) : null,
            _ => null,
        };
    }

    private Recipient? Of(Party party, List<string>? steps) => party switch
    {
        Party.NamedPerson named => Named(named.Person, steps),
        Party.ClientSide one => Step(Contact(one.Contact), "the client's contact", steps),
        _ => OnDuty(steps),
    };

    private Recipient? OnDuty(List<string>? steps)
    {
        if (agency.FindSchedule(client.Agreement.Schedule) is not { } schedule)
        {
            return null;
        }

        var explained = schedule.At(at, _requirement);
        if (explained.OnDuty is [var first, ..])
        {
            return Step(new Recipient.OfAgency(first), $"on duty in '{client.Agreement.Schedule}'", steps);
        }

        steps?.Add($"nobody who qualifies is on duty in '{client.Agreement.Schedule}': {explained.Gap}");
        return null;
    }

    private Recipient? Named(PersonId person, List<string>? steps)
    {
        var answer = Substitution.For(person, at, agency.People, _requirement);
        foreach (var hop in answer.Hops)
        {
            steps?.Add(hop.Text);
        }

        if (answer.Person is { } found)
        {
            return Step(new Recipient.OfAgency(found), found == person ? "named" : $"stands in for {person}", steps);
        }

        steps?.Add($"nobody stands in for {person}: {answer.Cause}");
        return null;
    }

    private Recipient? Contact(string? id)
    {
        var found = id is null
            ? client.Contacts.FirstOrDefault(c => c.Topics is null or { Count: 0 } && c.Contacts.Count > 0) ?? client.Contacts.FirstOrDefault(c => c.Contacts.Count > 0)
            : client.Contacts.FirstOrDefault(c => c.Id == id);
        return found is null ? client.EmergencyContact() : new Recipient.OfClient(client.Id, found.Id);
    }

    private Recipient? Lead(List<string>? steps) => client.Agreement.Lead is { } lead ? Named(lead, steps) : null;

    private Recipient? Anybody(DutyRequirement? requirement)
        => agency.Definition.People.Where(p => p.Roles.Any(r => r is PersonRole.DutyManager or PersonRole.Admin)).Concat(agency.Definition.People)
            .Select(p => Substitution.For(p.Id, at, agency.People, requirement).Person).FirstOrDefault(p => p is not null) is { } person ? new Recipient.OfAgency(person) : null;

    private Recipient? StandIn(PersonId owner)
        => agency.People.TryGetValue(owner, out var person)
            ? person.Deputies.Select(d => Substitution.For(d, at, agency.People, _requirement).Person).FirstOrDefault(d => d is not null && d != owner) is { } found ? new Recipient.OfAgency(found) : null
            : null;

    private static Recipient? Step(Recipient? who, string why, List<string>? steps)
    {
        if (who is not null)
        {
            steps?.Add($"{who}: {why}");
        }

        return who;
    }
}
