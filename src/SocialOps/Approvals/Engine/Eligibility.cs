using NodaTime;
using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>Who may decide in a step, and in whose place. Client walls hold whatever a policy says.</summary>
internal static class Eligibility
{
    /// <summary>Whether somebody exists and may work for the client at all.</summary>
    public static bool IsKnown(Recipient who, ApprovalFacts facts) => who switch
    {
        Recipient.OfAgency { Person: var id } => facts.People.TryGetValue(id, out var person) && !person.ClientWalls.Contains(facts.Client),
        Recipient.OfClient contact => contact.Client == facts.Client && FindContact(contact, facts) is not null,
        _ => false,
    };

    /// <summary>Whether a selector selects somebody; who is on call is read at the instants of asking and of deciding.</summary>
    public static bool Selects(ApproverSelector selector, Recipient who, ApprovalFacts facts, Instant askedAt, Instant decidedAt) => IsKnown(who, facts) && selector switch
    {
        ApproverSelector.Named named => named.Who == who,
        ApproverSelector.Duty duty => who is Recipient.OfClient contact && HasDuty(FindContact(contact, facts)!, duty.Topic),
        ApproverSelector.Role role => who is Recipient.OfAgency { Person: var id } && HasRole(facts.People[id], role.Which, facts.Client),
        ApproverSelector.OnCall onCall => who is Recipient.OfAgency { Person: var id } && facts.FindSchedule(onCall.Schedule) is { } schedule
            && (schedule.At(decidedAt).OnDuty.Contains(id) || schedule.At(askedAt).OnDuty.Contains(id)),
        _ => false,
    };

    /// <summary>Whether somebody may decide in a step: a selector selects them, and they have one of the roles that the quorum asks for.</summary>
    public static bool Selects(ApprovalStep step, Recipient who, ApprovalFacts facts, Instant askedAt, Instant decidedAt)
    {
        if (step.Quorum is Quorum.AtLeast { Roles: { Count: > 0 } roles } && !HasAnyRole(who, roles, facts))
        {
            return false;
        }

        for (var i = 0; i < step.Approvers.Count; i++)
        {
            if (Selects(step.Approvers[i], who, facts, askedAt, decidedAt))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Which selectors of a step somebody could fill, by number.</summary>
    public static IReadOnlyList<int> SeatsOf(ApprovalStep step, Recipient who, ApprovalFacts facts, Instant askedAt, Instant decidedAt)
        => [.. Enumerable.Range(0, step.Approvers.Count).Where(i => Selects(step.Approvers[i], who, facts, askedAt, decidedAt))];

    /// <summary>Everybody whom a step selects now, in a fixed order, nobody twice.</summary>
    public static IReadOnlyList<Recipient> SelectedBy(ApprovalStep step, ApprovalFacts facts, Instant now)
        => [.. Everybody(step, facts).Where(who => Selects(step, who, facts, now, now)).DistinctBy(who => who.Key).OrderBy(who => who.Key, StringComparer.Ordinal)];

    /// <summary>The delegation under which somebody may decide in a step in another's place; the other must be selected in their own right.</summary>
    public static Delegation? FindDelegation(ApprovalStep step, Recipient delegated, Recipient? principal, string part, ApprovalFacts facts, Instant askedAt, Instant now)
        => facts.Delegations
            .Where(d => d.To == delegated && (principal is null || d.From == principal) && d.Covers(now, facts.Client, part, step.Name))
            .Where(d => IsKnown(delegated, facts) && Selects(step, d.From, facts, askedAt, now))
            .OrderBy(d => d.From.Key, StringComparer.Ordinal).ThenBy(d => d.Id.Value, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>The delegates of somebody who was selected.</summary>
    public static IEnumerable<Recipient> DelegatesOf(Recipient principal, ApprovalStep step, IEnumerable<string> parts, ApprovalFacts facts, Instant now)
        => facts.Delegations.Where(d => d.From == principal && IsKnown(d.To, facts) && parts.Any(p => d.Covers(now, facts.Client, p, step.Name))).Select(d => d.To);

    private static IEnumerable<Recipient> Everybody(ApprovalStep step, ApprovalFacts facts)
    {
        foreach (var selector in step.Approvers)
        {
            switch (selector)
            {
                case ApproverSelector.Named named:
                    yield return named.Who;
                    break;
                case ApproverSelector.Duty:
                    foreach (var contact in facts.Contacts)
                    {
                        yield return new Recipient.OfClient(facts.Client, contact.Id);
                    }

                    break;
                default:
                    foreach (var person in facts.People.Keys)
                    {
                        yield return new Recipient.OfAgency(person);
                    }

                    break;
            }
        }
    }

    private static ClientContact? FindContact(Recipient.OfClient who, ApprovalFacts facts)
    {
        for (var i = 0; i < facts.Contacts.Count; i++)
        {
            if (facts.Contacts[i].Id == who.Contact)
            {
                return facts.Contacts[i];
            }
        }

        return null;
    }

    private static bool HasDuty(ClientContact contact, string topic) => contact.Topics is not { Count: > 0 } topics || topics.Contains(topic);

    private static bool HasAnyRole(Recipient who, IReadOnlyList<PersonRole> roles, ApprovalFacts facts)
        => who is Recipient.OfAgency { Person: var id } && facts.People.TryGetValue(id, out var person) && person.Roles.Any(roles.Contains);

    private static bool HasRole(PersonDefinition person, PersonRole role, ClientId client)
        => person.Roles.Contains(role) && (person.Clients.Count == 0 || person.Clients.Contains(client));
}
