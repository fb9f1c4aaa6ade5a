using Microsoft.Extensions.Logging;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Diagnostics;
using SocialOps.Storage;

namespace SocialOps.Work;

/// <summary>Claims due rows, runs neighbours of one tenant in one transaction, and falls back to one by one when that fails.</summary>
internal sealed class WorkPump(IStore store, IWorkQueue queue, EngineClock clock, EngineGate gate, IEnumerable<IWorkHandler> handlers, IStuckWork stuck, ILogger<WorkPump> log) : IWorkPump
{
    private const int ClaimLimit = 100;
    private static readonly Duration LeaseLength = Duration.FromSeconds(30);
    private static readonly Duration LeaseMargin = Duration.FromSeconds(5);
    private static readonly Duration BetweenLooks = Duration.FromMinutes(1);
    private static readonly Duration Moment = Duration.FromMilliseconds(1);

    private readonly Dictionary<string, IWorkHandler> _handlers = handlers.ToDictionary(h => h.Kind, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _known = handlers.ToDictionary(h => h.Kind, h => h.PayloadVersion, StringComparer.Ordinal);
    private readonly string _owner = $"{Environment.MachineName}/{Environment.ProcessId}";
    private readonly HashSet<TenantId> _seen = [TenantId.Default];
    private Instant _lookAt = Instant.MinValue;

    public async ValueTask<PumpTurn> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.Now();
        await LookForLaterWorkAsync(now, cancellationToken).ConfigureAwait(false);
        var kinds = _handlers.Values.Where(gate.IsOpenFor).ToDictionary(h => h.Kind, h => h.PayloadVersion, StringComparer.Ordinal);
        var claim = await queue.ClaimAsync(new(_owner, now, LeaseLength, ClaimLimit, null, kinds), cancellationToken).ConfigureAwait(false);
        _seen.UnionWith(claim.Items.Select(i => i.Tenant));
        if (claim.Items.Count == 0)
        {
            return new(0, claim.NextDueAt);
        }

        using var activity = SocialOpsDiagnostics.Source.StartActivity("socialops.pump");
        activity?.SetTag("socialops.claimed", claim.Items.Count);
        await HandleAllAsync([.. claim.Items.OrderBy(i => i.Tenant.Value, StringComparer.Ordinal)], now, cancellationToken).ConfigureAwait(false);
        SocialOpsDiagnostics.Handled.Add(claim.Items.Count);
        return new(claim.Items.Count, claim.NextDueAt) { Tenants = [.. claim.Items.Select(i => i.Tenant).Distinct()] };
    }

    /// <summary>Once a minute, for the tenants that had something to do: rows of a later release, that nobody takes any more, are told to people.</summary>
    private async ValueTask LookForLaterWorkAsync(Instant now, CancellationToken cancellationToken)
    {
        if (now < _lookAt)
        {
            return;
        }

        foreach (var tenant in _seen)
        {
            try
            {
                await store.WriteAsync(tenant, t => stuck.LookForLaterAsync(t, _known, now, cancellationToken), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is ConcurrencyConflictException or StoreUnavailableException { IsOfALaterRelease: true })
            {
                // Another worker is telling it.
            }
        }

        _seen.Clear();
        _seen.Add(TenantId.Default);
        _lookAt = now + BetweenLooks;
    }

    private async ValueTask HandleAllAsync(IReadOnlyList<WorkItem> items, Instant now, CancellationToken cancellationToken)
    {
        var trustedUntil = now + LeaseLength - LeaseMargin;
        for (var start = 0; start < items.Count;)
        {
            if (cancellationToken.IsCancellationRequested || clock.Now() >= trustedUntil)
            {
                await GiveBackAsync(items.Skip(start)).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                return;
            }

            if (_handlers[items[start].Kind] is IExternalHandler external)
            {
                await HandleExternalAsync(external, items[start], now, trustedUntil, cancellationToken).ConfigureAwait(false);
                start++;
                continue;
            }

            var end = start + 1;
            while (end < items.Count && items[end].Tenant == items[start].Tenant && _handlers[items[end].Kind] is ITransactionalHandler)
            {
                end++;
            }

            await HandleTogetherAsync(items, start, end, now, cancellationToken).ConfigureAwait(false);
            start = end;
        }
    }

    /// <summary>The worker stops, or its leases end soon: what is left is due at once for whoever comes next.</summary>
    private async ValueTask GiveBackAsync(IEnumerable<WorkItem> items)
    {
        foreach (var tenant in items.GroupBy(i => i.Tenant))
        {
            await queue.ExtendAsync(tenant.Key, [.. tenant.Select(i => i.Lease)], Moment, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async ValueTask HandleTogetherAsync(IReadOnlyList<WorkItem> items, int start, int end, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            await store.WriteAsync(items[start].Tenant, HandleRunAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsTheRowsOwn(exception, cancellationToken))
        {
            if (end - start == 1)
            {
                await PutOffAsync(items[start], now, exception, cancellationToken).ConfigureAwait(false);
                return;
            }

            for (var i = start; i < end; i++)
            {
                await HandleTogetherAsync(items, i, i + 1, now, cancellationToken).ConfigureAwait(false);
            }
        }

        async ValueTask HandleRunAsync(IStoreTransaction transaction)
        {
            for (var i = start; i < end; i++)
            {
                await HandleOneAsync(transaction, items[i], now, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A call that was cancelled by its own timeout is the row's failure; only the worker's stop is not. What a later release wrote holds up its own row, not the worker: that release takes the row when it is due again.</summary>
    private static bool IsTheRowsOwn(Exception exception, CancellationToken stopping)
        => exception is not StoreUnavailableException { IsOfALaterRelease: false } && !(exception is OperationCanceledException && stopping.IsCancellationRequested);

    private async ValueTask HandleOneAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        var handler = (ITransactionalHandler)_handlers[work.Kind];
        var outcome = await handler.HandleAsync(transaction, work, now, cancellationToken).ConfigureAwait(false);
        await transaction.FinishAsync(work.Lease, outcome, cancellationToken).ConfigureAwait(false);
        if (RetryDelay.WasStuck(work))
        {
            await stuck.CloseAsync(transaction, work, now, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One call that hangs must not hold up the others: calls to the outside end when the lease does.</summary>
    private async ValueTask HandleExternalAsync(IExternalHandler handler, WorkItem work, Instant now, Instant trustedUntil, CancellationToken cancellationToken)
    {
        using var patience = clock.CancelAt(trustedUntil);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await handler.HandleAsync(new(work, now, trustedUntil, deadline.Token), cancellationToken).ConfigureAwait(false);
            if (RetryDelay.WasStuck(work))
            {
                await store.WriteAsync(work.Tenant, t => stuck.CloseAsync(t, work, now, cancellationToken), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (IsTheRowsOwn(exception, cancellationToken))
        {
            await PutOffAsync(work, now, exception, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask PutOffAsync(WorkItem work, Instant now, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is StaleLeaseException)
        {
            log.LeaseLost(work.Kind, work.Id);
            return;
        }

        var error = $"{exception.GetType().Name}; work row {work.Id} tells where.";
        var outcome = RetryDelay.After(work, now, FaultOutline.Line(exception));
        log.WorkFailed(work.Kind, work.Id, work.Attempt, FaultOutline.Of(exception));
        try
        {
            await store.WriteAsync(work.Tenant, RecordAsync, cancellationToken).ConfigureAwait(false);
            if (RetryDelay.IsStuck(work))
            {
                await RingAsync(work, error, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (StaleLeaseException)
        {
            log.LeaseLost(work.Kind, work.Id);
        }

        async ValueTask RecordAsync(IStoreTransaction transaction)
        {
            await transaction.FinishAsync(work.Lease, outcome, cancellationToken).ConfigureAwait(false);
            if (RetryDelay.IsStuck(work))
            {
                await transaction.AppendAsync(new AuditEvent(now, Actor.Engine, "work.stuck", work.SubjectId, $"{work.Kind} has failed {work.Attempt} times with {exception.GetType().Name}; the row says more."), cancellationToken).ConfigureAwait(false);
                await stuck.OpenAsync(transaction, work, error, now, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A row that keeps failing is never buried: it is tried again for ever, and the last resort hears of it.</summary>
    private async ValueTask RingAsync(WorkItem work, string error, CancellationToken cancellationToken)
    {
        try
        {
            await stuck.RingAsync(work, error, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsTheRowsOwn(exception, cancellationToken))
        {
            log.WorkFailed(work.Kind, work.Id, work.Attempt, FaultOutline.Of(exception));
        }
    }
}
