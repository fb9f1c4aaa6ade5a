using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Definitions.Validation;

/// <summary>Channel accounts: ids and (network, handle) stand once in the whole agency, so that an item has exactly one owner.</summary>
internal sealed class AccountRules(Findings findings)
{
    private readonly Dictionary<ChannelAccountId, ClientId> _owners = [];
    private readonly Dictionary<(string Network, string Handle), ChannelAccountId> _handles = [];

    public void Check(string path, ClientDefinition client)
    {
        if (client.Accounts.Count == 0)
        {
            findings.Warning($"{path}.accounts", $"client '{client.Id}' has no account, so nothing can arrive for it. Write at least one.");
        }

        foreach (var account in client.Accounts)
        {
            CheckOne($"{path}.accounts[{account.Id}]", client.Id, account);
        }
    }

    private void CheckOne(string path, ClientId client, ChannelAccountDefinition account)
    {
        findings.RequireId(path, account.Id.Value);

        if (!_owners.TryAdd(account.Id, client))
        {
            findings.Error(path, $"account '{account.Id}' is defined twice, here and for client '{_owners[account.Id]}'; give one of them another id.");
        }

        NetworkRules.Check($"{path}.network", account.Network, findings);
        var handle = account.Handle.Trim().TrimStart('@');
        if (handle.Length == 0)
        {
            findings.Error($"{path}.handle", "the text is empty; write the account's own name on the network.");
        }
        else if (!_handles.TryAdd((Networks.Canonical(account.Network), handle.ToUpperInvariant()), account.Id))
        {
            var other = _handles[(Networks.Canonical(account.Network), handle.ToUpperInvariant())];
            findings.Error($"{path}.handle", $"'{account.Handle}' on {account.Network} is account '{other}' already; an account belongs to one client. Take one out.");
        }
    }
}
