using SocialOps.Channels;

namespace SocialOps.Testing.Connectors;

/// <summary>What a connector's author says of it, before any case runs.</summary>
/// <param name="Capabilities">What the connector must say of itself. Cases about what it does not offer are skipped, with that reason.</param>
public sealed record ConnectorDeclaration(PublishCapabilities Capabilities)
{
    /// <summary>The faults that cannot be provoked on the network, each with the reason. Their cases are skipped, visibly; every other fault must be provoked.</summary>
    public IReadOnlyDictionary<NetworkFault, string> CannotProvoke { get; init; } = new Dictionary<NetworkFault, string>();
}
