using NodaTime;
using SocialOps.Definitions;
using SocialOps.Escalations;
using SocialOps.People;

namespace SocialOps.Incidents;

/// <summary>Who is told about an incident: the client's escalation policy, or where it is the agency's own matter those who answer for duties and definitions. Always as it is now.</summary>
internal sealed class IncidentTerms
{
    private readonly AgencySnapshot _agency;
    private readonly ClientDefinition? _client;

    public IncidentTerms(AgencySnapshot agency, ClientId? client)
    {
        _agency = agency;
        _client = client is { } id ? agency.FindClient(id) : null;
        Escalation = _client is { } known ? agency.GetEscalation(known.Agreement.Escalation) : OfTheAgency(agency);
    }

    public EscalationPolicyDefinition Escalation { get; }

    public IReadOnlyList<Recipient> Resolve(EscalationTarget target, Instant now) => _agency.Resolve(target, _client, now);

    public bool Knows(PersonId person) => _agency.People.ContainsKey(person);

    /// <summary>First those who manage duties and definitions, then everybody.</summary>
    private static EscalationPolicyDefinition OfTheAgency(AgencySnapshot agency)
    {
        var first = agency.Definition.People.Where(p => p.Roles.Any(r => r is PersonRole.DutyManager or PersonRole.Admin)).ToList();
        return new()
        {
            Id = new("agency"),
            Steps = [.. new[] { first, agency.Definition.People }.Where(s => s.Count > 0).Select(s => new EscalationStep([.. s.Select(p => new EscalationTarget.Named(p.Id))]))],
        };
    }
}
