using SocialOps.Auditing;
using SocialOps.Definitions;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Routines;

/// <summary>Findings, ideas, impulses and learnings, each with what became of it (requirements 1.16, 3.8, 3.10, 4.10). Thread-safe. Every command is one transaction with its audit event.</summary>
public sealed class ImprovementService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly IIdGenerator _ids;

    internal ImprovementService(TenantId tenant, IStore store, EngineClock clock, IIdGenerator ids) => (Tenant, _store, _clock, _ids) = (tenant, store, clock, ids);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Notes something.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="text">What was seen or proposed.</param>
    /// <param name="actor">Who brings it.</param>
    /// <param name="routine">Where it came up.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    public ValueTask<Improvement> NoteAsync(ImprovementKind kind, string text, Actor actor, RoutineId? routine = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentNullException.ThrowIfNull(actor);
        var improvement = new Improvement { Id = new(_ids.NewId()), Kind = kind, Text = text, By = actor, At = _clock.Now(), Routine = routine };
        return _store.WriteAsync(Tenant, t => WriteAsync(t, improvement, 0, actor, "noted", text, cancellationToken), cancellationToken);
    }

    /// <summary>Somebody has acted on it.</summary>
    /// <exception cref="NotFoundException">There is no such improvement.</exception>
    /// <exception cref="InvalidTransitionException">It is not open.</exception>
    public ValueTask<Improvement> ActAsync(ImprovementId id, string action, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(action);
        return ChangeAsync(id, actor, "acted", action, i => Require(i, ImprovementState.Open) with { State = ImprovementState.Acted, Action = action, ActedBy = actor }, cancellationToken);
    }

    /// <summary>Somebody has looked whether it helped. When it did not, it is open again.</summary>
    /// <exception cref="NotFoundException">There is no such improvement.</exception>
    /// <exception cref="InvalidTransitionException">Nobody has acted on it yet.</exception>
    public ValueTask<Improvement> VerifyAsync(ImprovementId id, bool helped, string outcome, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(outcome);
        return ChangeAsync(id, actor, helped ? "verified" : "reopened", outcome, i => Require(i, ImprovementState.Acted) with { State = helped ? ImprovementState.Verified : ImprovementState.Open, Outcome = outcome }, cancellationToken);
    }

    /// <summary>It was decided not to.</summary>
    /// <exception cref="NotFoundException">There is no such improvement.</exception>
    /// <exception cref="InvalidTransitionException">It is not open.</exception>
    public ValueTask<Improvement> DropAsync(ImprovementId id, string reason, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return ChangeAsync(id, actor, "dropped", reason, i => Require(i, ImprovementState.Open) with { State = ImprovementState.Dropped, Outcome = reason }, cancellationToken);
    }

    /// <summary>What has not ended, oldest first.</summary>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<PagedResult<Improvement>> QueryOpenAsync(int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(RoutineRecords.Improvements, new RecordQuery("", 1, Limit: limit, Continue: next), cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(i => i.Value)], page.Next);
    }

    private ValueTask<Improvement> ChangeAsync(ImprovementId id, Actor actor, string action, string detail, Func<Improvement, Improvement> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return _store.WriteAsync(Tenant, async transaction =>
        {
            var stored = await transaction.GetAsync(RoutineRecords.Improvements, id.Value, cancellationToken).ConfigureAwait(false);
            return await WriteAsync(transaction, change(stored.Value), stored.Version, actor, action, detail, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    private async ValueTask<Improvement> WriteAsync(IStoreTransaction transaction, Improvement improvement, long version, Actor actor, string action, string detail, CancellationToken cancellationToken)
    {
        await transaction.PutAsync(RoutineRecords.Improvements, improvement, version, cancellationToken).ConfigureAwait(false);
        await transaction.AppendAsync(new AuditEvent(_clock.Now(), actor, $"improvement.{action}", improvement.Id.Value, detail), cancellationToken).ConfigureAwait(false);
        return improvement;
    }

    private static Improvement Require(Improvement improvement, ImprovementState state) => improvement.State == state
        ? improvement
        : throw new InvalidTransitionException($"Improvement {improvement.Id}", $"it is {improvement.State}, not {state}.");
}
