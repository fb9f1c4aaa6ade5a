using Microsoft.Extensions.Logging;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Diagnostics;
using SocialOps.Incidents;
using SocialOps.Notifications;
using SocialOps.Recovery;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.DependencyInjection;

/// <summary>Opens the store and takes in the agencies that were added, in their order. Called by the worker at its start, or by a host without one. Idempotent.</summary>
public sealed class SocialOpsStart
{
    private const int MostAttempts = 5;
    private readonly IStore _store;
    private readonly ISocialOps _ops;
    private readonly EngineClock _clock;
    private readonly RestoreReplay _replay;
    private readonly IEnumerable<AgencySource> _sources;
    private readonly IReadOnlyList<IPublisher> _connectors;
    private readonly IReadOnlyList<INotificationChannel> _channels;
    private readonly ILogger<SocialOpsStart> _log;

    internal SocialOpsStart(IStore store, ISocialOps ops, EngineClock clock, RestoreReplay replay, IEnumerable<AgencySource> sources, IEnumerable<IPublisher> connectors, IEnumerable<INotificationChannel> channels, ILogger<SocialOpsStart> log)
        => (_store, _ops, _clock, _replay, _sources, _connectors, _channels, _log) = (store, ops, clock, replay, sources, [.. connectors], [.. channels], log);

    /// <summary>Opens the store, without taking anything in.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be opened.</exception>
    public ValueTask OpenAsync(CancellationToken cancellationToken = default) => _store.OpenAsync(cancellationToken);

    /// <summary>Opens and imports.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be opened.</exception>
    /// <exception cref="InvalidDefinitionException">An agency has mistakes: all of them.</exception>
    /// <exception cref="InvalidDataException">A line of the recovery journal cannot be read; the message names it.</exception>
    /// <exception cref="WiringException">The agency's file is not there or cannot be read.</exception>
    /// <remarks>An agency that lacks what open work needs is not taken in: the engine goes on with what it has, and people are told.</remarks>
    public async ValueTask RunAsync(CancellationToken cancellationToken = default)
    {
        await _store.OpenAsync(cancellationToken).ConfigureAwait(false);
        var latest = await RaiseClockAsync(cancellationToken).ConfigureAwait(false);
        await AgainAfterConflictAsync(() => _ops.Engine.CompareAsync(cancellationToken)).ConfigureAwait(false);
        if (await _ops.Engine.GetStatusAsync(cancellationToken).ConfigureAwait(false) is { IsForeign: true } status)
        {
            _log.ForeignEnvironment(status.DatabaseEnvironment!, status.Environment!);
        }

        await AgainAfterConflictAsync(() => _replay.RunAsync(latest, cancellationToken)).ConfigureAwait(false);
        foreach (var source in _sources)
        {
            await AgainAfterConflictAsync(() => ImportAsync(source, cancellationToken)).ConfigureAwait(false);
        }

        foreach (var moved in await _ops.Default.Editorial.ResolveTimesAsync(cancellationToken).ConfigureAwait(false))
        {
            _log.PlanMoved(moved.Item.Value, moved.ToString());
        }

        if (await _ops.Default.Agency.FindCurrentAsync(cancellationToken).ConfigureAwait(false) is { } agency)
        {
            foreach (var hint in AgencyWiring.Hints(agency.Definition, _connectors, _channels))
            {
                _log.Unserved(hint);
            }
        }
    }

    /// <summary>Several workers may start at once: who comes second reads what the first has written, and mostly finds nothing left to write.</summary>
    private static async ValueTask AgainAfterConflictAsync(Func<ValueTask> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await work().ConfigureAwait(false);
                return;
            }
            catch (ConcurrencyConflictException) when (attempt < MostAttempts)
            {
                // Once more, on what is there now.
            }
        }
    }

    /// <summary>Comments are not left alone because a file lacks somebody whom an open case needs.</summary>
    private async ValueTask ImportAsync(AgencySource source, CancellationToken cancellationToken)
    {
        try
        {
            await _ops.Default.Agency.ApplyAsync(source.Load(), Actor.Service("agency", "start"), cancellationToken).ConfigureAwait(false);
            await _store.WriteAsync(TenantId.Default, t => IncidentUnit.CloseAsync(t, IncidentKind.RefusedAgency, "agency", Actor.Engine, "An agency was taken in.", _clock.Now(), cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (DefinitionInUseException exception)
        {
            _log.AgencyRefused(exception);
            await _store.WriteAsync(TenantId.Default, t => IncidentUnit.OpenAsync(t, IncidentKind.RefusedAgency, "agency", null, exception.Message, _clock.Now(), cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A clock that stands before the last recorded event counts on from there (reliability F4).</summary>
    private async ValueTask<Instant?> RaiseClockAsync(CancellationToken cancellationToken)
    {
        if (await _ops.Default.Audit.FindHighWaterMarkAsync(cancellationToken).ConfigureAwait(false) is not { } mark)
        {
            return null;
        }

        var now = _clock.Now();
        if (now < mark - Duration.FromSeconds(5))
        {
            _log.ClockBehind(now.ToString(), mark.ToString());
        }

        _clock.RaiseTo(mark);
        return mark;
    }
}
