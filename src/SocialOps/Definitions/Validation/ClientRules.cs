using SocialOps.ServicePackages;

namespace SocialOps.Definitions.Validation;

/// <summary>Clients: what was agreed exists, accounts belong to one client, and somebody can be reached when it is grave.</summary>
internal static class ClientRules
{
    public static void Check(AgencyDefinition agency, Names names, Findings findings)
    {
        var packages = agency.Packages.GroupBy(p => p.Id).ToDictionary(g => g.Key, g => g.First());
        var accounts = new AccountRules(findings);
        foreach (var client in agency.Clients)
        {
            var path = $"clients[{client.Id}]";
            findings.RequireText($"{path}.name", client.Name, "the name that people read");
            accounts.Check(path, client);
            CheckExperts($"{path}.experts", client, names, findings);
            if (client.Briefing is { Version: < 1 } briefing)
            {
                findings.Error($"{path}.briefing.version", $"{briefing.Version} is no version; write 1 or more.");
            }

            CheckNetworks($"{path}.accounts", client, packages.GetValueOrDefault(client.Agreement.Package), findings);
            CheckAgreement($"{path}.agreement", client.Agreement, names, findings);
            ResponsibilityRules.Check($"{path}.agreement.responsibilities", client.Agreement.Responsibilities, [.. client.Contacts.Select(c => c.Id)], [.. client.Agreement.Phases.Select(p => p.Name)], names, findings);
            foreach (var campaign in client.Campaigns.Where(c => c.Until < c.From))
            {
                findings.Error($"{path}.campaigns[{campaign.Name}].until", $"{campaign.Until:uuuu-MM-dd} lies before the first day, {campaign.From:uuuu-MM-dd}; write the last day.");
            }

            ClientContactRules.Check($"{path}.contacts", client, packages.GetValueOrDefault(client.Agreement.Package), findings);
        }
    }

    /// <summary>Channels are agreed on: nothing is published elsewhere (requirement 0.8).</summary>
    private static void CheckNetworks(string path, ClientDefinition client, PackageDefinition? package, Findings findings)
    {
        foreach (var account in client.Accounts.Where(a => package?.Covers(a.Network) == false))
        {
            findings.Error($"{path}[{account.Id}].network", $"package '{package!.Id}' is for {string.Join(", ", package.Networks)}, not for {account.Network}; agree on it in the package first, or take the account out.");
        }
    }

    private static void CheckExperts(string path, ClientDefinition client, Names names, Findings findings)
    {
        for (var i = 0; i < client.Experts.Count; i++)
        {
            var expert = client.Experts[i];
            if (expert.About.Count == 0 || expert.About.Any(a => !a.Any(char.IsLetterOrDigit)))
            {
                findings.Error($"{path}[{i}].about", "a phrase has no letter and would match nothing; write what shows that an item is about it.");
            }

            if (expert.Ask is Party.NamedPerson named)
            {
                names.People.Require($"{path}[{i}].ask", named.Person.Value, findings);
            }
            else if (expert.Ask is not Party.ClientSide { Contact: { } contact })
            {
                findings.Error($"{path}[{i}].ask", $"{expert.Ask} is nobody in particular; name a person, or a contact: {{ client: ... }}.");
            }
            else if (client.Contacts.All(c => c.Id != contact))
            {
                findings.Error($"{path}[{i}].ask", $"'{contact}' is no contact of client '{client.Id}'; name one of {string.Join(", ", client.Contacts.Select(c => c.Id))}.");
            }
        }
    }

    private static void CheckAgreement(string path, AgreementDefinition agreement, Names names, Findings findings)
    {
        names.Packages.Require($"{path}.package", agreement.Package.Value, findings);
        names.Schedules.Require($"{path}.schedule", agreement.Schedule.Value, findings);
        names.Escalations.Require($"{path}.escalation", agreement.Escalation.Value, findings);
        names.Policies.Require($"{path}.policy", agreement.Policy.Value, findings);
        names.People.RequireIfAny($"{path}.lead", agreement.Lead?.Value, findings);
        TermRules.Check($"{path}.term", agreement.Term, findings);
        for (var i = 1; i < agreement.Phases.Count; i++)
        {
            if (agreement.Phases[i].FromOn is not { } from || from <= (agreement.Phases[i - 1].FromOn ?? NodaTime.LocalDate.MinIsoValue))
            {
                findings.Error($"{path}.phases[{i}].fromOn", $"phase '{agreement.Phases[i].Name}' does not begin after '{agreement.Phases[i - 1].Name}'; write its first day.");
            }
        }
    }
}
