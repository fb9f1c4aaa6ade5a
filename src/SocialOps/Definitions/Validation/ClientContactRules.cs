using SocialOps.Channels;
using SocialOps.ServicePackages;

namespace SocialOps.Definitions.Validation;

/// <summary>Whom the agency may reach at a client; whoever handles complaints needs somebody at any hour (requirement 0.17).</summary>
internal static class ClientContactRules
{
    public static void Check(string path, ClientDefinition client, PackageDefinition? package, Findings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var contact in client.Contacts)
        {
            var place = $"{path}[{contact.Id}]";
            findings.RequireId(place, contact.Id);

            if (!seen.Add(contact.Id))
            {
                findings.Error(place, $"contact '{contact.Id}' is defined twice; give one of them another id.");
            }

            findings.RequireText($"{place}.name", contact.Name, "the name that people read");
            if (contact.Contacts.Count == 0)
            {
                findings.Error($"{place}.contacts", $"'{contact.Id}' cannot be reached; write at least one contact, e.g. a telephone number.");
            }

            ContactRules.Check($"{place}.contacts", contact.Contacts, findings);
        }

        RequireEmergency(path, client, package, findings);
    }

    private static void RequireEmergency(string path, ClientDefinition client, PackageDefinition? package, Findings findings)
    {
        if (package is null || client.Contacts.Any(contact => contact.IsEmergency && contact.Contacts.Count > 0))
        {
            return;
        }

        if (HandlesComplaints(package))
        {
            findings.Error(path, $"package '{package.Id}' handles complaints, but client '{client.Id}' has no emergency contact who can be reached; mark one contact as emergency and write how to reach them.");
        }
        else
        {
            findings.Warning(path, $"client '{client.Id}' has no emergency contact: escalation ends at the agency. Mark one contact as emergency.");
        }
    }

    private static bool HandlesComplaints(PackageDefinition package)
        => package.Engagement == EngagementOwner.Agency || package.ServiceLevels.Any(level => level.Concerns(Category.Complaint));
}
