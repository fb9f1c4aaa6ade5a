using NodaTime;

namespace SocialOps.Console.Team;

/// <summary>Nobody ever does anything: the ladder climbs.</summary>
internal sealed class SilentTeam : ITeam
{
    public Instant? NextAt => null;

    public Task<bool> ActAsync(Instant now, CancellationToken cancellationToken) => Task.FromResult(false);
}
