using SocialOps.Channels;

namespace SocialOps.Readiness.Checks;

/// <summary>Each network was chosen for a reason (requirement 2.2).</summary>
internal static class ChannelChoiceCheck
{
    public static IEnumerable<ReadinessResult> Run(ReadinessFacts facts)
    {
        var reasons = (facts.Client.Strategy?.ChannelReasons ?? new Dictionary<string, string>()).Where(r => !string.IsNullOrWhiteSpace(r.Value)).Select(r => Networks.Canonical(r.Key)).ToHashSet();
        return facts.Client.Accounts.Select(a => Networks.Canonical(a.Network)).Distinct().Where(n => !reasons.Contains(n))
            .Select(n => ReadinessResult.Warning(ReadinessCheck.ChannelChoice, $"nobody wrote why the client is on {n}.", "Write the reason in 'why these channels', or leave the network."));
    }
}
