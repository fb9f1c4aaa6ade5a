namespace SocialOps.Definitions.Validation;

/// <summary>How long things are kept: at least a day, at most ten years (requirement 2.20).</summary>
internal static class RetentionRules
{
    public static void Check(AgencyDefinition agency, Findings findings)
    {
        CheckDays("retention.deliveryDays", agency.Retention.DeliveryDays, findings);
        CheckDays("retention.itemDays", agency.Retention.ItemDays, findings);
    }

    private static void CheckDays(string path, int days, Findings findings)
    {
        if (days is < 1 or > RetentionDefinition.MostDays)
        {
            findings.Error(path, $"{days} days; write 1 to {RetentionDefinition.MostDays}.");
        }
    }
}
