using SocialOps.Channels;

namespace SocialOps.Responses;

/// <summary>How grave a category is where no rule says otherwise.</summary>
internal static class DefaultSeverity
{
    public static Severity Of(Category category, ComplaintCause cause) => category switch
    {
        Category.SafetyEmergency => Severity.Critical,
        Category.HateOrThreat or Category.LegalOrPress => Severity.High,
        Category.Complaint => cause switch
        {
            ComplaintCause.Damage => Severity.High,
            ComplaintCause.ProductDefect or ComplaintCause.Billing => Severity.Medium,
            _ => Severity.Low,
        },
        Category.Insult => Severity.Medium,
        Category.Praise or Category.General or Category.Spam or Category.OffTopic or Category.Troll => Severity.None,
        _ => Severity.Low,
    };
}
