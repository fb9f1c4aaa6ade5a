using NodaTime;
using SocialOps.Auditing;
using SocialOps.Definitions;
using SocialOps.Definitions.Validation;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Routines;

/// <summary>Duties that come again: watch, syncs, retrospectives, exercises, checks (requirements 1.15, 2.3, 3.5, 3.8, 3.10, 4.8, 4.10). Thread-safe. Every command is one transaction with its audit events.</summary>
public sealed class RoutineService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly WorkSignal _signal;
    private readonly SnapshotCache _snapshots;

    internal RoutineService(TenantId tenant, IStore store, EngineClock clock, WorkSignal signal, SnapshotCache snapshots, IIdGenerator ids, AgencyImport import)
    {
        (Tenant, _store, _clock, _signal, _snapshots) = (tenant, store, clock, signal, snapshots);
        Improvements = new(tenant, store, clock, ids);
        Drills = new(tenant, store, clock, snapshots, import, ids);
    }

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>What came up, and what became of it.</summary>
    public ImprovementService Improvements { get; }

    /// <summary>Exercises, marked by tonality.</summary>
    public DrillService Drills { get; }

    /// <summary>Takes a routine in, or changes it for the times to come.</summary>
    /// <exception cref="InvalidDefinitionException">It has mistakes: all of them.</exception>
    /// <exception cref="InvalidTransitionException">A routine with this id stands in the agency's definitions.</exception>
    public async ValueTask<RoutineDefinition> DefineAsync(RoutineDefinition routine, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(routine);
        ArgumentNullException.ThrowIfNull(actor);
        await _store.WriteAsync(Tenant, async transaction =>
        {
            var agency = await _snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
            if (RoutineRules.Check(routine, agency.Definition).ToList() is { Count: > 0 } faults)
            {
                throw new InvalidDefinitionException(faults);
            }

            var stored = await transaction.FindAsync(RoutineRecords.Routines, routine.Id.Value, cancellationToken).ConfigureAwait(false);
            if (stored?.Value.IsOfAgency == true && agency.Definition.Routines.Any(r => r.Id == routine.Id))
            {
                throw new InvalidTransitionException($"Routine {routine.Id}", "stands in the agency's definitions. Change it there, or take it out there first.");
            }

            await RoutineUnit.DefineAsync(transaction, stored, routine, isOfAgency: false, actor, _clock.Now(), cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
        _signal.Ring();
        return routine;
    }

    /// <summary>It does not come any more; what has been stays.</summary>
    /// <exception cref="NotFoundException">There is no such routine.</exception>
    public ValueTask StopAsync(RoutineId id, Actor actor, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _store.WriteAsync(Tenant, async transaction =>
        {
            var stored = await transaction.GetAsync(RoutineRecords.Routines, id.Value, cancellationToken).ConfigureAwait(false);
            await transaction.PutAsync(RoutineRecords.Routines, stored.Value with { IsStopped = true }, stored.Version, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(_clock.Now(), actor, "routine.stopped", id.Value, reason), cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>Checks something off the list of the open one.</summary>
    /// <exception cref="NotFoundException">There is no such routine, or it has not come yet.</exception>
    /// <exception cref="InvalidTransitionException">It has ended, or nothing of that name is on its list.</exception>
    public ValueTask<RoutineRun> CheckAsync(RoutineId id, string item, Actor actor, CancellationToken cancellationToken = default)
        => ChangeAsync(id, actor, "routine.checked", item, (run, _) => RoutineDecision.Check(run, item), cancellationToken);

    /// <summary>Finishes the open one.</summary>
    /// <param name="id">The routine.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="score">Of an exercise, how well it went, 0 to 100; it is what a person's autonomy can be raised on.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such routine, or it has not come yet.</exception>
    /// <exception cref="InvalidTransitionException">It has ended, or something on its list is not checked off.</exception>
    public ValueTask<RoutineRun> FinishAsync(RoutineId id, string outcome, Actor actor, int? score = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(outcome);
        ArgumentOutOfRangeException.ThrowIfNegative(score ?? 0, nameof(score));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(score ?? 0, 100, nameof(score));
        return ChangeAsync(id, actor, "routine.done", outcome, (run, now) => RoutineDecision.Finish(run, outcome, score, actor, now), cancellationToken);
    }

    /// <summary>What somebody has to do, soonest first.</summary>
    /// <param name="person">Who.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<RoutineRun>> QueryOpenAsync(PersonId person, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(new RecordQuery("", 1, $"{person}/", $"{person}0", limit, next), cancellationToken);

    /// <summary>The times of a routine, the latest first.</summary>
    /// <param name="id">The routine.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<RoutineRun>> QueryRunsAsync(RoutineId id, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(new RecordQuery("", 0, $"{id}/", $"{id}0", limit, next, Descending: true), cancellationToken);

    /// <summary>How regularly a routine was done, of its latest times that have ended (requirement 4.10).</summary>
    /// <param name="id">The routine.</param>
    /// <param name="latest">How many times to look at, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<Regularity> GetRegularityAsync(RoutineId id, int latest = 20, CancellationToken cancellationToken = default)
    {
        var runs = (await QueryRunsAsync(id, latest, null, cancellationToken).ConfigureAwait(false)).Items;
        return new(runs.Count(r => r.State == RoutineState.Done), runs.Count(r => r.State == RoutineState.DoneLate), runs.Count(r => r.State == RoutineState.Missed));
    }

    private async ValueTask<PagedResult<RoutineRun>> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(RoutineRecords.Runs, query, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(r => r.Value)], page.Next);
    }

    private ValueTask<RoutineRun> ChangeAsync(RoutineId id, Actor actor, string action, string detail, Func<RoutineRun, Instant, RoutineRun> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return _store.WriteAsync(Tenant, async transaction =>
        {
            var latest = await transaction.QueryAsync(RoutineRecords.Runs, new RecordQuery("", 0, $"{id}/", $"{id}0", 1, Descending: true), cancellationToken).ConfigureAwait(false);
            var stored = latest.Items is [var only] ? only : throw new NotFoundException("time of routine", id.Value);
            var (run, now) = (change(stored.Value, _clock.Now()), _clock.Now());
            await transaction.PutAsync(RoutineRecords.Runs, run, stored.Version, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(now, actor, action, id.Value, detail), cancellationToken).ConfigureAwait(false);
            return run;
        }, cancellationToken);
    }
}
