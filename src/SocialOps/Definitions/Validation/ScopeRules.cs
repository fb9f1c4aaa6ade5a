using SocialOps.Responses;

namespace SocialOps.Definitions.Validation;

/// <summary>Scopes: what they name exists, and follows this policy.</summary>
internal sealed class ScopeRules(AgencyDefinition agency, ResponsePolicyId policy, Names names, Findings findings)
{
    public void Check(string path, ResponseScope scope)
    {
        if (scope.Account is not null && (scope.Client is not null || scope.Network is not null))
        {
            findings.Error($"{path}.scope.account", $"account '{scope.Account}' belongs to one client and network already; take these out.");
        }

        if (scope.Client is { } client)
        {
            names.Clients.Require($"{path}.scope.client", client.Value, findings);
            WarnIfElsewhere($"{path}.scope.client", agency.Clients.FirstOrDefault(c => c.Id == client));
        }

        if (scope.Account is { } account)
        {
            var owner = agency.Clients.FirstOrDefault(c => c.Accounts.Any(a => a.Id == account));
            if (owner is null)
            {
                var meant = Suggestion.Nearest(account.Value, agency.Clients.SelectMany(c => c.Accounts).Select(a => a.Id.Value));
                findings.Error($"{path}.scope.account", $"account '{account}' is no client's; {(meant is null ? "name one of the clients' accounts." : $"did you mean '{meant}'?")}");
            }

            WarnIfElsewhere($"{path}.scope.account", owner);
        }

        if (scope.Network is { } network)
        {
            NetworkRules.Check($"{path}.scope.network", network, findings);
        }
    }

    private void WarnIfElsewhere(string path, ClientDefinition? client)
    {
        if (client is not null && client.Agreement.Policy != policy)
        {
            findings.Warning(path, $"client '{client.Id}' follows policy '{client.Agreement.Policy}', so this never applies.");
        }
    }
}
