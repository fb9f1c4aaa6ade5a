using SocialOps.Channels;
using SocialOps.People;
using SocialOps.Responses;

namespace SocialOps.Definitions.Validation;

/// <summary>Autonomy: hours that exist, one level a category, and none that the library caps anyway.</summary>
internal static class AutonomyRules
{
    public static void Check(string path, AutonomyDefinition autonomy, Names names, Findings findings)
    {
        names.Calendars.RequireIfAny($"{path}.hours", autonomy.Hours?.Value, findings);
        if (autonomy.Hours is null && autonomy.OutsideHours != AutonomyLevel.ActWithinPool)
        {
            findings.Error($"{path}.outsideHours", $"L{(int)autonomy.OutsideHours} is to hold outside some hours, but none are named; write whose hours, or take it out.");
        }

        var seen = new HashSet<Category>();
        for (var i = 0; i < autonomy.Categories.Count; i++)
        {
            var (category, level) = autonomy.Categories[i];
            var most = AutonomyDecision.MostFor(category);
            if (!seen.Add(category))
            {
                findings.Error($"{path}.categories[{i}]", $"{category} has two levels; nobody could say which one holds. Take one out.");
            }
            else if (level > most)
            {
                findings.Warning($"{path}.categories[{i}]", $"{category} never goes above L{(int)most}; L{(int)level} changes nothing.");
            }
        }
    }
}
