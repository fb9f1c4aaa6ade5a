using SocialOps.Channels;

namespace SocialOps.Readiness.Checks;

/// <summary>Each account's network has a connector that works.</summary>
internal static class ConnectorCheck
{
    public static IEnumerable<ReadinessResult> Run(ReadinessFacts facts)
    {
        foreach (var network in facts.Client.Accounts.Select(a => Networks.Canonical(a.Network)).Distinct())
        {
            yield return facts.HealthOf?.Invoke(network) switch
            {
                null => ReadinessResult.Warning(ReadinessCheck.Connectors, $"{network}: not looked at; no connectors are known here.", "Ask a running host: ReadinessService.CheckAsync."),
                { IsRegistered: false } => ReadinessResult.Failed(ReadinessCheck.Connectors, $"{network}: nothing can be sent there.", "Register a connector for it, or take the account out."),
                { Trouble: { } trouble } => ReadinessResult.Failed(ReadinessCheck.Connectors, $"{network}: {trouble}", "Put it right, and close what waits for people."),
                _ => ReadinessResult.Passed(ReadinessCheck.Connectors, $"{network}: connected."),
            };
        }
    }
}
