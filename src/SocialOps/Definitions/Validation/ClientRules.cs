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
            CheckAgreement($"{path}.agreement", client.Agreement, names, findings);
            ClientContactRules.Check($"{path}.contacts", client, packages.GetValueOrDefault(client.Agreement.Package), findings);
        }
    }

    private static void CheckAgreement(string path, AgreementDefinition agreement, Names names, Findings findings)
    {
        names.Packages.Require($"{path}.package", agreement.Package.Value, findings);
        names.Schedules.Require($"{path}.schedule", agreement.Schedule.Value, findings);
        names.Escalations.Require($"{path}.escalation", agreement.Escalation.Value, findings);
        names.Policies.Require($"{path}.policy", agreement.Policy.Value, findings);
    }
}
