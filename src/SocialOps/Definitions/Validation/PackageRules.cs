using SocialOps.Channels;
using SocialOps.ServicePackages;

namespace SocialOps.Definitions.Validation;

/// <summary>Service packages: promises over hours that exist, and none that can never apply.</summary>
internal static class PackageRules
{
    public static void Check(AgencyDefinition agency, Names names, Findings findings)
    {
        foreach (var package in agency.Packages)
        {
            var path = $"packages[{package.Id}]";
            findings.RequireText($"{path}.name", package.Name, "the name that people read");
            EntitlementRules.Check(path, package, names, findings);
            ResponsibilityRules.Check($"{path}.responsibilities", package.Responsibilities, null, null, names, findings);
            EntitlementRules.CheckPlan(path, package, names, findings);
            for (var i = 0; i < package.ServiceLevels.Count; i++)
            {
                CheckLevel($"{path}.serviceLevels[{i}]", package.ServiceLevels[i], names, findings);
                if (package.ServiceLevels.Take(i).FirstOrDefault(earlier => Covers(earlier, package.ServiceLevels[i])) is { } winner)
                {
                    findings.Warning($"{path}.serviceLevels[{i}]", $"'{package.ServiceLevels[i].Name}' never applies, for '{winner.Name}' before it takes all its cases; put the narrower one first.");
                }
            }
        }
    }

    private static void CheckLevel(string path, ServiceLevel level, Names names, Findings findings)
    {
        findings.RequireText($"{path}.name", level.Name, "the level's name");
        foreach (var network in level.Networks)
        {
            NetworkRules.Check($"{path}.networks[{network}]", network, findings);
        }

        if (level.Calendar is { } calendar)
        {
            names.Calendars.Require($"{path}.calendar", calendar.Value, findings);
        }

        TargetRules.Check($"{path}.acknowledge", level.Acknowledge, findings);
        TargetRules.Check($"{path}.nextAction", level.NextAction, findings);
        TargetRules.Check($"{path}.clientContact", level.ClientContact, findings);
        TargetRules.Check($"{path}.resolve", level.Resolve, findings);
        if (level is { Acknowledge: null, NextAction: null, ClientContact: null, Resolve: null })
        {
            findings.Warning(path, $"'{level.Name}' promises nothing: no clock runs for its cases. Write a target, e.g. acknowledge.");
        }
    }

    private static bool Covers(ServiceLevel earlier, ServiceLevel later)
        => earlier.MinSeverity <= later.MinSeverity
            && (earlier.Kinds.Count == 0 || (later.Kinds.Count > 0 && later.Kinds.All(earlier.Kinds.Contains)))
            && (earlier.Networks.Count == 0 || (later.Networks.Count > 0 && later.Networks.Select(Networks.Canonical).All(earlier.Networks.Select(Networks.Canonical).Contains)))
            && (earlier.Categories.Count == 0 || (later.Categories.Count > 0 && later.Categories.All(earlier.Categories.Contains)));
}
