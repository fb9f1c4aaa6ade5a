using SocialOps.Channels;
using SocialOps.Inbox;
using SocialOps.People;

namespace SocialOps.Privacy;

/// <summary>
/// Somebody who writes, as one client knows them on one network. Networks show a name, so two people of one name on one network are one handle here: look before you export or erase.
/// Another client's customer of the same name is somebody else: each client is the controller of its own data (GDPR Art. 28).
/// </summary>
/// <param name="Client">The client to whom they write.</param>
/// <param name="Network">The network.</param>
/// <param name="Author">The name, as <see cref="InboundItem.Author"/> has it; case and a leading @ do not matter.</param>
public sealed record CustomerHandle(ClientId Client, string Network, string Author)
{
    /// <summary>The handle of whoever wrote an item.</summary>
    public static CustomerHandle Of(InboundItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new(item.Client, item.Network, item.Author);
    }

    /// <summary>How indexes know it.</summary>
    internal string Key => AuthorKey.Of(Client, Network, Author);

    /// <summary>Refuses what no item could have been written by.</summary>
    internal CustomerHandle Checked()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Client.Value, nameof(Client));
        ArgumentException.ThrowIfNullOrWhiteSpace(Network);
        ArgumentException.ThrowIfNullOrWhiteSpace(Author);
        return this with { Network = Networks.Canonical(Network) };
    }
}

/// <summary>A customer with all handles that belong together.</summary>
/// <param name="Id">The id.</param>
/// <param name="Handles">At least two, in the order in which they were linked; all of one client.</param>
public sealed record Customer(CustomerId Id, IReadOnlyList<CustomerHandle> Handles);
