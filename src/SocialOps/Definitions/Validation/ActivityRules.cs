namespace SocialOps.Definitions.Validation;

/// <summary>The agency's own activities have a name, and ask for no skill that nobody has.</summary>
internal static class ActivityRules
{
    public static void Check(AgencyDefinition agency, Findings findings)
    {
        var skills = agency.People.SelectMany(p => p.Skills.Concat(p.Trainings.Select(t => t.Skill))).ToHashSet();
        foreach (var activity in agency.Activities)
        {
            var path = $"activities[{activity.Id}]";
            findings.RequireText($"{path}.name", activity.Name, "the name that people read");
            for (var i = 0; i < activity.Skills.Count; i++)
            {
                if (!skills.Contains(activity.Skills[i]))
                {
                    findings.Warning($"{path}.skills[{i}]", $"nobody has the skill '{activity.Skills[i]}'; give it to somebody, or leave it out.");
                }
            }
        }
    }
}
