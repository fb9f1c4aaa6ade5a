using NodaTime;
using SocialOps.Time;

namespace SocialOps.Approvals;

/// <summary>What a policy must be like.</summary>
internal static class PolicyRules
{
    public static IReadOnlyList<Finding> Check(ApprovalPolicyDefinition policy)
    {
        var findings = new List<Finding>();
        if (string.IsNullOrWhiteSpace(policy.Id.Value) || policy.Id.Value.Length > 80)
        {
            findings.Add(Finding.Error("id", $"'{policy.Id.Value}' is no name. Write 1 to 80 characters."));
        }

        CheckSteps(policy, findings);
        CheckNumbers(policy, findings);
        return findings;
    }

    private static void CheckSteps(ApprovalPolicyDefinition policy, List<Finding> findings)
    {
        if (policy.Steps.Count == 0)
        {
            findings.Add(Finding.Error("steps", "There is no step, so nothing could ever be approved. Add one."));
        }

        if (policy.Steps.Count > ApprovalPolicy.StepBudget)
        {
            findings.Add(Finding.Warning("steps", $"{policy.Steps.Count} steps: more than {ApprovalPolicy.StepBudget} make long rounds of approval. Let some selectors run in parallel in one step."));
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < policy.Steps.Count; i++)
        {
            var step = policy.Steps[i];
            if (string.IsNullOrWhiteSpace(step.Name) || !names.Add(step.Name))
            {
                findings.Add(Finding.Error($"steps[{i}].name", $"'{step.Name}' is empty or there twice. Give each step a name of its own."));
            }

            CheckStep(policy, step, $"steps[{i}]", findings);
        }
    }

    private static void CheckStep(ApprovalPolicyDefinition policy, ApprovalStep step, string path, List<Finding> findings)
    {
        if (step.Approvers.Count == 0)
        {
            findings.Add(Finding.Error($"{path}.approvers", "Nobody may decide. Name a person, a duty, a role or an on-call schedule."));
        }

        if (step.Quorum is Quorum.AtLeast atLeast)
        {
            CheckAtLeast(step, atLeast, path, findings);
        }

        if (step.DueIn is { } dueIn && !IsPositive(dueIn))
        {
            findings.Add(Finding.Error($"{path}.dueIn", $"{dueIn} is no time to decide in. Write more than zero."));
        }

        if (step.OnTimeout == TimeoutAction.Escalate && policy.AccountOwner is null)
        {
            findings.Add(Finding.Error($"{path}.onTimeout", "Escalate needs somebody to decide: set AccountOwner, or let it expire."));
        }

        if (step.OnTimeout == TimeoutAction.Tacit && !step.IsClients)
        {
            findings.Add(Finding.Error($"{path}.onTimeout", "Only a client's silence can be agreed to count. Let the step expire or escalate."));
        }

        if (step.OnTimeout == TimeoutAction.Tacit && step.DueIn is ResponseTarget.BusinessDays { Days: < 2 })
        {
            findings.Add(Finding.Warning($"{path}.dueIn", $"Silence counts after two full working days at the earliest; with {step.DueIn} this step always expires."));
        }
    }

    private static void CheckAtLeast(ApprovalStep step, Quorum.AtLeast quorum, string path, List<Finding> findings)
    {
        var single = step.Approvers.Count(a => a is ApproverSelector.Named);
        if (quorum.Count < 1)
        {
            findings.Add(Finding.Error($"{path}.quorum", $"AtLeast({quorum.Count}) decides nothing. Write 1 or more."));
        }
        else if (single == step.Approvers.Count && single > 0 && quorum.Count > step.Approvers.Distinct().Count())
        {
            findings.Add(Finding.Error($"{path}.quorum", $"AtLeast({quorum.Count}) can never be reached by {single} named people. Lower it, or name more."));
        }

        if (quorum.Roles is { Count: > 0 } && step.Approvers.All(a => a.IsClients))
        {
            findings.Add(Finding.Error($"{path}.quorum", "Roles are the agency's people's; only the client's decide here. Leave the roles out."));
        }
    }

    private static void CheckNumbers(ApprovalPolicyDefinition policy, List<Finding> findings)
    {
        if (policy.SlotLeadTime < Duration.Zero)
        {
            findings.Add(Finding.Error("slotLeadTime", $"{policy.SlotLeadTime} would let people decide after the slot. Write zero or more."));
        }

        if (policy.MaxRounds < 1)
        {
            findings.Add(Finding.Error("maxRounds", $"{policy.MaxRounds} rounds let nothing come back. Write 1 or more."));
        }
        else if (policy.MaxRounds > ApprovalPolicy.RoundBudget)
        {
            findings.Add(Finding.Warning("maxRounds", $"{policy.MaxRounds} rounds: more than {ApprovalPolicy.RoundBudget} make long rounds of approval."));
        }

        foreach (var (path, target) in new[] { ("replyDueIn", policy.ReplyDueIn), ("cycleTimeLimit", policy.CycleTimeLimit), ("dissentTime", policy.DissentTime) })
        {
            if (!IsPositive(target))
            {
                findings.Add(Finding.Error(path, $"{target} is no time. Write more than zero."));
            }
        }

        if (policy.SoloMode && policy.Steps.Any(s => s.Quorum is not Quorum.AnyOf))
        {
            findings.Add(Finding.Warning("soloMode", "One person alone can only fill a quorum of one: the other steps still need more people."));
        }
    }

    private static bool IsPositive(ResponseTarget target) => target switch
    {
        ResponseTarget.Within within => within.OpenTime > Duration.Zero,
        ResponseTarget.BusinessDays days => days.Days > 0,
        ResponseTarget.SameDayBy by => by.AtLeast >= Duration.Zero,
        _ => false,
    };
}
