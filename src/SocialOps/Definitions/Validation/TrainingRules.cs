using SocialOps.People;

namespace SocialOps.Definitions.Validation;

/// <summary>Trainings: for a skill, and not over before they begin.</summary>
internal static class TrainingRules
{
    public static IEnumerable<Finding> Check(Training training)
    {
        if (string.IsNullOrWhiteSpace(training.Skill.Value))
        {
            yield return Finding.Error("skill", "names no skill; write the one that the training gives.");
        }

        if (training.UntilOn <= training.FromOn)
        {
            yield return Finding.Error("untilOn", FormattableString.Invariant($"the training ends on {training.UntilOn:uuuu-MM-dd}, not after its first day {training.FromOn:uuuu-MM-dd}; exchange the two days."));
        }
    }
}
