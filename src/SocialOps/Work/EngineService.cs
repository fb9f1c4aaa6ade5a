using SocialOps.Auditing;
using SocialOps.Storage;

namespace SocialOps.Work;

/// <summary>What holds this process's engine up, and the words that let it go on. Thread-safe.</summary>
public sealed class EngineService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly EngineGate _gate;
    private readonly WorkSignal _signal;
    private readonly string? _environment;

    internal EngineService(IStore store, EngineClock clock, EngineGate gate, WorkSignal signal, OperatingEnvironment? environment)
        => (_store, _clock, _gate, _signal, _environment) = (store, clock, gate, signal, environment?.Name);

    /// <summary>How it stands.</summary>
    public async ValueTask<EngineStatus> GetStatusAsync(CancellationToken cancellationToken = default)
        => new(_environment, (await FindAsync(cancellationToken).ConfigureAwait(false))?.Value.Name, _gate.IsForeign, _clock.IsSuspect);

    /// <summary>The database belongs to this process's environment from now on: a copy becomes a system of its own. What is due is done, so settle first what must not go out.</summary>
    /// <param name="actor">Who says so.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="InvalidTransitionException">The host names no environment.</exception>
    public async ValueTask ConfirmEnvironmentAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (_environment is null)
        {
            throw new InvalidTransitionException("The environment", "has no name here. Call UseEnvironment(name), or AddWorker in a host that has one.");
        }

        await _store.WriteAsync(TenantId.Default, t => WriteAsync(t, actor, cancellationToken), cancellationToken).ConfigureAwait(false);
        _gate.IsForeign = false;
        _signal.Ring();
    }

    /// <summary>The clock is right although it jumped: what waited is done.</summary>
    public void ConfirmClock()
    {
        _clock.Trust();
        _signal.Ring();
    }

    /// <summary>At the start: a new database gets this environment's name, one with another name is foreign.</summary>
    internal async ValueTask CompareAsync(CancellationToken cancellationToken)
    {
        if (_environment is null)
        {
            return;
        }

        if (await FindAsync(cancellationToken).ConfigureAwait(false) is { } known)
        {
            _gate.IsForeign = !string.Equals(known.Value.Name, _environment, StringComparison.OrdinalIgnoreCase);
            return;
        }

        await _store.WriteAsync(TenantId.Default, t => WriteAsync(t, Actor.Engine, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<Stored<EngineEnvironment>?> FindAsync(CancellationToken cancellationToken)
        => _store.ReadAsync(TenantId.Default, t => t.FindAsync(EngineEnvironment.Records, EngineEnvironment.Key, cancellationToken), cancellationToken);

    private async ValueTask WriteAsync(IStoreTransaction transaction, Actor actor, CancellationToken cancellationToken)
    {
        var known = await transaction.FindAsync(EngineEnvironment.Records, EngineEnvironment.Key, cancellationToken).ConfigureAwait(false);
        var now = _clock.Now();
        await transaction.PutAsync(EngineEnvironment.Records, new(_environment!, actor.Id, now), known?.Version ?? 0, cancellationToken).ConfigureAwait(false);
        var detail = known is null ? $"The database belongs to {_environment}." : $"The database belonged to {known.Value.Name} and belongs to {_environment} now.";
        await transaction.AppendAsync(new AuditEvent(now, actor, "engine.environment", EngineEnvironment.Key, detail), cancellationToken).ConfigureAwait(false);
    }
}
