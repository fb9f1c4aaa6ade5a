using NodaTime;
using SocialOps.Escalations;

namespace SocialOps.Definitions.Validation;

/// <summary>Escalation policies: steps that tell somebody, and wait no negative time.</summary>
internal static class EscalationRules
{
    public static void Check(AgencyDefinition agency, Names names, Findings findings)
    {
        foreach (var policy in agency.Escalations)
        {
            var path = $"escalations[{policy.Id}].steps";
            if (policy.Steps.Count == 0)
            {
                findings.Error(path, $"escalation '{policy.Id}' has no step: nobody in the agency would be told. Write at least one.");
            }

            if (policy.Acknowledgements < 1)
            {
                findings.Error($"escalations[{policy.Id}].acknowledgements", $"{policy.Acknowledgements} people cannot acknowledge; write 1 or more.");
            }

            for (var i = 0; i < policy.Steps.Count; i++)
            {
                CheckStep($"{path}[{i}]", policy.Steps[i], names, findings);
            }
        }
    }

    private static void CheckStep(string path, EscalationStep step, Names names, Findings findings)
    {
        if (step.Targets.Count == 0)
        {
            findings.Error($"{path}.targets", "the step tells nobody; name who is told.");
        }

        if (step.Delay is { } delay && delay <= Duration.Zero)
        {
            findings.Error($"{path}.delay", "the step does not wait; write a time longer than zero, or none for the default by severity.");
        }

        for (var i = 0; i < step.Targets.Count; i++)
        {
            var place = $"{path}.targets[{i}]";
            switch (step.Targets[i])
            {
                case EscalationTarget.OnDuty onDuty:
                    names.Schedules.Require(place, onDuty.Schedule.Value, findings);
                    break;
                case EscalationTarget.Named named:
                    names.People.Require(place, named.Person.Value, findings);
                    break;
            }
        }
    }
}
