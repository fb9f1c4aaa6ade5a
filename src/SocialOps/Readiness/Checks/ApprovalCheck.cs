using SocialOps.Approvals;
using SocialOps.People;
using SocialOps.ServicePackages;

namespace SocialOps.Readiness.Checks;

/// <summary>Content can be approved as was agreed: there is a way, and each of its steps has somebody.</summary>
internal static class ApprovalCheck
{
    public static IEnumerable<ReadinessResult> Run(ReadinessFacts facts)
    {
        var policy = facts.ArrangedPolicy ?? AgreedApproval.PresetOf(facts.Agency, facts.Client, facts.Now)?.ToPolicy(new("agreed"));
        if (policy is null)
        {
            return [ReadinessResult.Failed(ReadinessCheck.Approval, "neither the package nor a phase says how content is approved.", "Write 'approval' in the package, e.g. agency then client.")];
        }

        var faults = policy.Steps.SelectMany(s => s.Approvers.Where(a => !HasSomebody(a, policy, facts)).Select(a => ReadinessResult.Failed(ReadinessCheck.Approval, $"step '{s.Name}': there is nobody for {a}.", Remedy(a)))).ToList();
        return faults.Count > 0 ? faults : [ReadinessResult.Passed(ReadinessCheck.Approval, string.Join(", then ", policy.Steps.Select(s => s.Name)))];
    }

    /// <summary>Of a role two people are needed where nobody may approve their own work, unless only one writes.</summary>
    private static bool HasSomebody(ApproverSelector selector, ApprovalPolicyDefinition policy, ReadinessFacts facts) => selector switch
    {
        ApproverSelector.Role role => facts.Agency.People.Values.Where(p => p.Roles.Contains(role.Which)).ToList() is { Count: > 0 } approvers
            && (policy.SoloMode || policy.AuthorMayApprove || approvers.Count > 1 || facts.Agency.People.Values.Any(p => p.Roles.Contains(PersonRole.Author) && p.Id != approvers[0].Id)),
        ApproverSelector.Duty duty => facts.Client.Contacts.Any(c => c.Contacts.Count > 0 && (c.Topics is null or { Count: 0 } || c.Topics.Contains(duty.Topic, StringComparer.OrdinalIgnoreCase))),
        ApproverSelector.Named { Who: Recipient.OfAgency person } => facts.Agency.People.ContainsKey(person.Person),
        ApproverSelector.Named { Who: Recipient.OfClient contact } => facts.Client.Contacts.Any(c => c.Id == contact.Contact),
        ApproverSelector.OnCall duty => facts.Agency.FindSchedule(duty.Schedule) is not null,
        _ => false,
    };

    private static string Remedy(ApproverSelector selector) => selector switch
    {
        ApproverSelector.Role role => $"Give the role {role.Which} to somebody other than the author, or agree on solo approval.",
        ApproverSelector.Duty => "Write a contact of the client with the topic approval, or with no topic.",
        _ => "Name somebody who is there.",
    };
}
