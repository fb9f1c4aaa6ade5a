using Microsoft.Extensions.Logging;
using NodaTime;
using SocialOps.Diagnostics;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.DependencyInjection;

/// <summary>Opens the store and takes in the agencies that were added, in their order. Called by the worker at its start, or by a host without one. Idempotent.</summary>
public sealed class SocialOpsStart
{
    private readonly IStore _store;
    private readonly ISocialOps _ops;
    private readonly EngineClock _clock;
    private readonly IEnumerable<AgencySource> _sources;
    private readonly ILogger<SocialOpsStart> _log;

    internal SocialOpsStart(IStore store, ISocialOps ops, EngineClock clock, IEnumerable<AgencySource> sources, ILogger<SocialOpsStart> log)
        => (_store, _ops, _clock, _sources, _log) = (store, ops, clock, sources, log);

    /// <summary>Opens the store, without taking anything in.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be opened.</exception>
    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => _store.OpenAsync(cancellationToken);

    /// <summary>Opens and imports.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be opened.</exception>
    /// <exception cref="InvalidDefinitionException">An agency has mistakes: all of them.</exception>
    public async ValueTask RunAsync(CancellationToken cancellationToken = default)
    {
        await _store.OpenAsync(cancellationToken).ConfigureAwait(false);
        await RaiseClockAsync(cancellationToken).ConfigureAwait(false);
        foreach (var source in _sources)
        {
            await _ops.Default.Agency.ApplyAsync(source.Load(), Actor.Service("agency", "start"), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A clock that stands before the last recorded event counts on from there (reliability F4).</summary>
    private async ValueTask RaiseClockAsync(CancellationToken cancellationToken)
    {
        if (await _ops.Default.Audit.FindHighWaterMarkAsync(cancellationToken).ConfigureAwait(false) is not { } mark)
        {
            return;
        }

        var now = _clock.Now();
        if (now < mark - Duration.FromSeconds(5))
        {
            _log.ClockBehind(now.ToString(), mark.ToString());
        }

        _clock.RaiseTo(mark);
    }
}
