using SocialOps.Channels;
using SocialOps.ServicePackages;

namespace SocialOps.Readiness.Checks;

/// <summary>An emergency contact who can be reached at weekends: mail alone waits until somebody looks (requirement 0.17).</summary>
internal static class ContactCheck
{
    public static ReadinessResult Run(ReadinessFacts facts)
    {
        var emergency = facts.Client.Contacts.Where(c => c.IsEmergency).ToList();
        if (emergency.FirstOrDefault(c => c.Contacts.Any(m => m.Kind != "mail")) is { } found)
        {
            return ReadinessResult.Passed(ReadinessCheck.EmergencyContact, $"{found.Name} can be reached at weekends.");
        }

        var what = emergency.Count == 0 ? "nobody at the client is an emergency contact." : $"{emergency[0].Name} has only mail, which waits until somebody looks.";
        const string remedy = "Mark a contact as emergency and write a telephone number.";
        return HandlesComplaints(facts)
            ? ReadinessResult.Failed(ReadinessCheck.EmergencyContact, what, remedy)
            : ReadinessResult.Warning(ReadinessCheck.EmergencyContact, what, remedy);
    }

    private static bool HandlesComplaints(ReadinessFacts facts)
    {
        var package = facts.Agency.GetPackage(facts.Client.Agreement.Package);
        return package.Engagement == EngagementOwner.Agency || package.ServiceLevels.Any(l => l.Concerns(Category.Complaint));
    }
}
