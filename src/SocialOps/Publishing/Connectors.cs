using SocialOps.Channels;

namespace SocialOps.Publishing;

/// <summary>Which connector serves a network: of several the last one, else the one for every network. Thread-safe.</summary>
internal sealed class Connectors(IEnumerable<IPublisher> publishers, IEnumerable<IMetricsSource> metrics, IEnumerable<IRetractor> retractors, IEnumerable<IEditor> editors, IEnumerable<IModerator> moderators)
{
    private readonly IReadOnlyList<IPublisher> _publishers = [.. publishers];
    private readonly IReadOnlyList<IMetricsSource> _metrics = [.. metrics];
    private readonly IReadOnlyList<IRetractor> _retractors = [.. retractors];
    private readonly IReadOnlyList<IEditor> _editors = [.. editors];
    private readonly IReadOnlyList<IModerator> _moderators = [.. moderators];

    public IPublisher? FindPublisher(string network) => Find(_publishers, network);

    public IMetricsSource? FindMetrics(string network) => Find(_metrics, network);

    public IRetractor? FindRetractor(string network) => Find(_retractors, network);

    public IEditor? FindEditor(string network) => Find(_editors, network);

    public IModerator? FindModerator(string network) => Find(_moderators, network);

    private static T? Find<T>(IReadOnlyList<T> connectors, string network)
        where T : class, IChannelConnector
        => connectors.LastOrDefault(c => string.Equals(c.Network, network, StringComparison.OrdinalIgnoreCase)) ?? connectors.LastOrDefault(c => c.Network == "*");
}
