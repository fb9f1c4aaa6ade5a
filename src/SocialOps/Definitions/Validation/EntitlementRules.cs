using SocialOps.ServicePackages;

namespace SocialOps.Definitions.Validation;

/// <summary>What is part of a package: activities that exist, each said once, and goodwill that is counted (requirement 0.5).</summary>
internal static class EntitlementRules
{
    public static void Check(string path, PackageDefinition package, Names names, Findings findings)
    {
        for (var i = 0; i < package.Entitlements.Count; i++)
        {
            var (place, one) = ($"{path}.entitlements[{i}]", package.Entitlements[i]);
            names.Activities.Require($"{place}.activity", one.Activity.Value, findings);
            if (package.Entitlements.Take(i).Any(e => e.Activity == one.Activity && e.Kind == one.Kind))
            {
                findings.Error(place, $"'{one.Activity}'{(one.Kind is { } kind ? $" for {kind}" : "")} stands here twice; keep one of included, excluded and goodwill.");
            }

            if (one.Class == ServiceClass.Goodwill && one.Allowance is not { PerPeriod: > 0 })
            {
                findings.Error($"{place}.allowance", $"goodwill for '{one.Activity}' is not counted; write how often nobody minds, e.g. 1 per month.");
            }
            else if (one.Class != ServiceClass.Goodwill && one.Allowance is not null)
            {
                findings.Error($"{place}.allowance", $"'{one.Activity}' is {(one.Class == ServiceClass.Included ? "included" : "excluded")}, so nothing is counted; leave the allowance out, or write it as goodwill.");
            }
        }

        if (package is { Engagement: EngagementOwner.Agency } && package.FindEntitlement(Activities.CommunityManagement) is { Class: ServiceClass.Excluded })
        {
            findings.Error($"{path}.engagement", "the agency answers comments, but 'community-management' is excluded; include it, or let the client answer.");
        }
    }

    public static void CheckPlan(string path, PackageDefinition package, Names names, Findings findings)
    {
        foreach (var network in package.Networks)
        {
            NetworkRules.Check($"{path}.networks[{network}]", network, findings);
        }

        foreach (var (network, posts) in package.PostsPerWeek)
        {
            var place = $"{path}.postsPerWeek[{network}]";
            NetworkRules.Check(place, network, findings);
            if (!package.Covers(network))
            {
                findings.Error(place, $"posts are planned for {network}, which is none of the package's networks; add it there, or plan none.");
            }

            if (posts < 0)
            {
                findings.Error(place, $"{posts} posts a week cannot be; write 0 or more.");
            }
        }

        for (var i = 0; i < package.Watch.Count; i++)
        {
            var (place, watch) = ($"{path}.watch[{i}]", package.Watch[i]);
            findings.RequireText($"{place}.name", watch.Name, "the window's name");
            names.Calendars.RequireIfAny($"{place}.calendar", watch.Calendar?.Value, findings);
            if (watch.People < 1)
            {
                findings.Error($"{place}.people", $"{watch.People} people cannot watch; write 1 or more.");
            }
        }
    }
}
