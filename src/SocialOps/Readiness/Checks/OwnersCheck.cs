using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.ServicePackages;

namespace SocialOps.Readiness.Checks;

/// <summary>Every activity of the agency's has people who can do it, and each of them somebody who can take over at once: same skills, same role, same networks, briefed for the client (requirements 3.2, 3.3 and 3.4).</summary>
internal static class OwnersCheck
{
    public static IEnumerable<ReadinessResult> Run(ReadinessFacts facts)
    {
        var found = new List<ReadinessResult>();
        foreach (var activity in Staffing.ActivitiesOf(facts))
        {
            var line = facts.Agency.LineOf(facts.Client, activity, facts.Now);
            if (line.Owner is Party.ClientSide)
            {
                if (facts.Agency.Resolve(new(facts.Client.Id, activity), facts.Now).Owner is not Recipient.OfClient)
                {
                    found.Add(ReadinessResult.Failed(ReadinessCheck.Owners, $"{activity} is the client's, and the client has no contact.", "Write a contact."));
                }

                continue;
            }

            found.AddRange(OfAgency(facts, activity, line));
        }

        return found.Count > 0 ? found : [ReadinessResult.Passed(ReadinessCheck.Owners, "every activity has an owner and a deputy who can take over at once.")];
    }

    private static IEnumerable<ReadinessResult> OfAgency(ReadinessFacts facts, ActivityId activity, Responsibility line)
    {
        var owners = Staffing.OwnersOf(facts, line);
        if (owners.Count == 0)
        {
            yield return ReadinessResult.Failed(ReadinessCheck.Owners, $"{activity} has no owner.", "Name one, or put people into the client's schedule.");
        }

        foreach (var owner in owners)
        {
            if (Staffing.WhyUnable(facts, activity, owner) is { } reason)
            {
                yield return ReadinessResult.Failed(ReadinessCheck.Owners, $"{activity}: {owner.Id} {reason}.", "Give it to somebody who can, or train them.");
            }
            else if (facts.Agency.People.Count > 1 && line.Deputy is not Party.ClientSide)
            {
                IEnumerable<PersonId> deputies = line.Deputy is Party.NamedPerson named ? owner.Deputies.Prepend(named.Person) : owner.Deputies;
                var asked = deputies.Distinct().Where(d => d != owner.Id && facts.Agency.People.ContainsKey(d)).Select(d => (Id: d, Why: Staffing.WhyUnable(facts, activity, facts.Agency.People[d]))).ToList();
                if (asked.All(d => d.Why is not null))
                {
                    yield return ReadinessResult.Failed(ReadinessCheck.Owners, $"{activity}: nobody can take over from {owner.Id} at once{(asked.Count == 0 ? "" : $": {string.Join(", ", asked.Select(d => $"{d.Id} {d.Why}"))}")}.", "Name a deputy with the same skills, role and networks.");
                }
            }
        }
    }
}
