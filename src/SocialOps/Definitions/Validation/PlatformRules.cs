namespace SocialOps.Definitions.Validation;

/// <summary>Platforms' changes: they say what, somebody of the agency sees to them, and the reminder comes before the day.</summary>
internal static class PlatformRules
{
    public static void Check(AgencyDefinition agency, Names names, Findings findings)
    {
        _ = Register.Of("platform change", "platformChanges", agency.PlatformChanges.Select(c => c.Id), findings);
        foreach (var change in agency.PlatformChanges)
        {
            var path = $"platformChanges[{change.Id}]";
            NetworkRules.Check($"{path}.network", change.Network, findings);
            findings.RequireText($"{path}.what", change.What, "what changes");
            names.People.Require($"{path}.owner", change.Owner.Value, findings);
            if (change.RemindDays is < 0 or > PlatformChangeDefinition.MostRemindDays)
            {
                findings.Error($"{path}.remindDays", $"{change.RemindDays} days; write 0 to {PlatformChangeDefinition.MostRemindDays}.");
            }
        }
    }
}
