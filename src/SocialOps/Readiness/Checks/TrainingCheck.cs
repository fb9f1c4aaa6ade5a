using NodaTime;
using SocialOps.Definitions;

namespace SocialOps.Readiness.Checks;

/// <summary>Skills that the client's activities and its schedule ask for do not end in the next eight weeks (requirement 3.3).</summary>
internal static class TrainingCheck
{
    private static readonly Duration Ahead = Duration.FromDays(56);

    public static IEnumerable<ReadinessResult> Run(ReadinessFacts facts)
    {
        var asked = Staffing.ActivitiesOf(facts).SelectMany(a => facts.Agency.RequirementOf(a).Skills)
            .Concat(facts.Agency.GetSchedule(facts.Client.Agreement.Schedule).Definition.CategorySkills.Values.SelectMany(s => s)).ToHashSet();
        return ExpiringSkill.Of(facts.Agency, facts.Now, facts.Now + Ahead).Where(e => asked.Contains(e.Skill))
            .Select(e => ReadinessResult.Warning(ReadinessCheck.Trainings, FormattableString.Invariant($"the training of {e.Person} for {e.Skill} ends on {e.Training.UntilOn:uuuu-MM-dd}."), "Train them again before, or give what asks for it to somebody else."));
    }
}
