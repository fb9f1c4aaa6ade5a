using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Notifications;

namespace SocialOps.DependencyInjection;

/// <summary>Where an agency and what was added do not meet. Not an error: definitions change while the process runs, and people can do by hand what no connector does.</summary>
internal static class AgencyWiring
{
    private const string Any = "*";

    /// <summary>A sentence for each, with the call to add or to leave out.</summary>
    public static IEnumerable<string> Hints(AgencyDefinition agency, IReadOnlyList<IPublisher> connectors, IReadOnlyList<INotificationChannel> channels)
    {
        var networks = agency.Clients.SelectMany(c => c.Accounts).Select(a => a.Network).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var connector in connectors.Where(c => c.Network != Any && !networks.Contains(c.Network, StringComparer.OrdinalIgnoreCase)))
        {
            yield return $"{connector.GetType().Name} serves the network '{connector.Network}', which no channel of the agency uses: correct the channel's network, or leave AddConnector<{connector.GetType().Name}> out.";
        }

        foreach (var network in Unserved(networks, connectors.Select(c => c.Network)))
        {
            yield return $"No connector serves the network '{network}', which a channel of the agency uses: call AddConnector<...> with one whose Network is '{network}', or '*'.";
        }

        var kinds = agency.People.SelectMany(p => p.Contacts).Concat(agency.Clients.SelectMany(c => c.Contacts).SelectMany(c => c.Contacts)).Select(m => m.Kind).Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var kind in Unserved(kinds, channels.Select(c => c.Kind)))
        {
            yield return $"No notification channel serves '{kind}', by which the agency reaches people: call AddNotificationChannel<...> with one whose Kind is '{kind}', or '*'.";
        }
    }

    private static IEnumerable<string> Unserved(IEnumerable<string> used, IEnumerable<string> served)
    {
        var there = served.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return there.Contains(Any) ? [] : used.Where(u => !there.Contains(u));
    }
}
