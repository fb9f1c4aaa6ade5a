using NodaTime;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Escalations;

/// <summary>Reads escalation policies as an experienced colleague would. Pure and thread-safe.</summary>
public static class EscalationLint
{
    /// <summary>The faults of a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="people">The agency's people.</param>
    /// <param name="schedules">The agency's schedules.</param>
    public static IReadOnlyList<Finding> Check(EscalationPolicyDefinition policy, IReadOnlyDictionary<PersonId, PersonDefinition> people, IReadOnlyCollection<ScheduleId> schedules)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(schedules);
        var path = $"escalations[{policy.Id}]";
        var findings = new List<Finding>();
        if (policy.Steps.Count == 0)
        {
            findings.Add(Finding.Warning($"{path}.steps", "The policy has no steps: only the client's emergency contact is told. Add who is on duty."));
        }

        if (policy.Acknowledgements < 1)
        {
            findings.Add(Finding.Error($"{path}.acknowledgements", $"{policy.Acknowledgements} acknowledgements would never stop a run; write 1 or more."));
        }

        for (var i = 0; i < policy.Steps.Count; i++)
        {
            var (step, place) = (policy.Steps[i], $"{path}.steps[{i}]");
            if (step.Delay is { } delay && delay <= Duration.Zero)
            {
                findings.Add(Finding.Error($"{place}.delay", "A step waits longer than nothing; write e.g. 15 minutes, or leave it out."));
            }

            if (step.Targets.Count == 0)
            {
                findings.Add(Finding.Warning($"{place}.targets", "The step names nobody and is always skipped; add a target or remove the step."));
            }

            findings.AddRange(step.Targets.SelectMany((target, j) => Target($"{place}.targets[{j}]", target, people, schedules)));
        }

        return findings;
    }

    /// <summary>Whether a client's promises end at somebody: there is a policy, and an emergency contact who can be reached as its last step.</summary>
    /// <param name="client">The client.</param>
    /// <param name="hasPromises">Whether the client was promised anything.</param>
    /// <param name="policy">The client's policy; <see langword="null"/> for none.</param>
    /// <param name="contacts">The client's contacts.</param>
    public static IReadOnlyList<Finding> CheckClient(ClientId client, bool hasPromises, EscalationPolicyDefinition? policy, IReadOnlyList<ClientContact> contacts)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        var findings = new List<Finding>();
        if (hasPromises && policy is null)
        {
            findings.Add(Finding.Error($"clients[{client}].agreement.escalation", "The client was promised something and nobody is told when it is not kept; name an escalation policy."));
        }

        if (policy is not null && !contacts.Any(contact => contact is { IsEmergency: true, Contacts.Count: > 0 }))
        {
            findings.Add(Finding.Error($"clients[{client}].contacts", "The escalation's last step is empty: no contact of the client is an emergency contact who can be reached. Mark one and say how."));
        }

        return findings;
    }

    private static IEnumerable<Finding> Target(string path, EscalationTarget target, IReadOnlyDictionary<PersonId, PersonDefinition> people, IReadOnlyCollection<ScheduleId> schedules)
    {
        switch (target)
        {
            case EscalationTarget.OnDuty duty when !schedules.Contains(duty.Schedule):
                yield return Finding.Error(path, $"There is no schedule '{duty.Schedule}'; correct the id or add the schedule.");
                break;
            case EscalationTarget.Named named when !people.ContainsKey(named.Person):
                yield return Finding.Error(path, $"There is nobody with the id '{named.Person}'; correct the id or add the person.");
                break;
            case EscalationTarget.Named named when people[named.Person].Contacts.Count == 0:
                yield return Finding.Error(path, $"{named.Person} has no contact method and could not be told; add one to people[{named.Person}].contacts.");
                break;
        }
    }
}
