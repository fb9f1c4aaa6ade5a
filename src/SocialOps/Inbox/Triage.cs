using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.ServicePackages;

namespace SocialOps.Inbox;

/// <summary>What a delivery would be judged as, without taking it in: for trying an agency's policies on an inbox. Pure and thread-safe.</summary>
public static class Triage
{
    /// <summary>Reads a delivery and makes it ready for its client's policy.</summary>
    /// <param name="agency">The definitions.</param>
    /// <param name="line">One line of <see cref="InboundLine.Format"/>, UTF-8.</param>
    /// <param name="client">Whose inbox it is, for a line without an account.</param>
    /// <param name="item">The item; <see langword="null"/> when it would go into quarantine.</param>
    /// <returns>What is wrong with the line: errors, or warnings with which it would be taken.</returns>
    /// <exception cref="NotFoundException">The agency has no such client.</exception>
    public static IReadOnlyList<Finding> Read(AgencySnapshot agency, ReadOnlyMemory<byte> line, ClientId client, out TriagedItem? item)
    {
        ArgumentNullException.ThrowIfNull(agency);
        var owner = agency.FindClient(client) ?? throw new NotFoundException("client", client.Value);
        var (fact, findings) = InboundLine.Read(line);
        item = null;
        if (fact is null)
        {
            return findings;
        }

        if (fact.Account is { } account && agency.FindClientOf(account) is not { } other)
        {
            return [.. findings, Finding.Error("account", $"'{account}' is no client's account. Add it to a client, or leave the member out.")];
        }
        else if (fact.Account is { } known)
        {
            owner = agency.FindClientOf(known)!;
        }

        item = new(fact.ExternalId, fact.Text, owner.Id, FactsOf(agency, owner, fact, 0), agency.GetPolicy(owner.Agreement.Policy));
        return findings;
    }

    /// <summary>What a policy is told of an item besides its text.</summary>
    internal static ItemFacts FactsOf(AgencySnapshot agency, ClientDefinition client, InboundFact fact, int crisisLevel) => new(fact.Network, fact.Kind)
    {
        Client = client.Id,
        Account = fact.Account,
        ClientReplies = agency.GetPackage(client.Agreement.Package).Engagement == EngagementOwner.Client,
        CrisisLevel = crisisLevel,
    };
}

/// <summary>An item that could be judged.</summary>
/// <param name="ExternalId">The network's own id of the item.</param>
/// <param name="Text">What it says, as the engine would keep it.</param>
/// <param name="Client">The client it concerns.</param>
/// <param name="Facts">What the policy is told besides.</param>
/// <param name="Policy">The client's policy.</param>
public sealed record TriagedItem(string ExternalId, string Text, ClientId Client, ItemFacts Facts, ResponsePolicy Policy);
