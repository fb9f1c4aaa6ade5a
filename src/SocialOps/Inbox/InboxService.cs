using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SocialOps.Diagnostics;
using SocialOps.Incidents;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>Takes in what platforms show: stored first, read later by the worker. Thread-safe.</summary>
public sealed class InboxService
{
    private static readonly Duration UsualLook = Duration.FromMinutes(15);
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly WorkSignal _signal;

    internal InboxService(TenantId tenant, IStore store, EngineClock clock, WorkSignal signal)
    {
        (Tenant, _store, _clock, _signal) = (tenant, store, clock, signal);
    }

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Stores deliveries in one transaction, each with the work row that reads it. When it returns they are as safe as the store is: only then acknowledge them to the platform.</summary>
    /// <param name="deliveries">The deliveries; the same bytes twice are one.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <returns>What became of each, in their order.</returns>
    /// <exception cref="ArgumentException">A delivery is larger than <see cref="InboundDelivery.MaxBytes"/>; nothing is stored.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot write; nothing is stored: let the platform deliver again.</exception>
    public async ValueTask<IReadOnlyList<ReceiveResult>> ReceiveAsync(IReadOnlyList<InboundDelivery> deliveries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        if (deliveries.FirstOrDefault(d => d.Bytes.Length > InboundDelivery.MaxBytes) is { } large)
        {
            throw new ArgumentException($"A delivery has {large.Bytes.Length} bytes; at most {InboundDelivery.MaxBytes} are taken.", nameof(deliveries));
        }

        var results = await _store.WriteAsync(Tenant, t => StoreAsync(t, deliveries, cancellationToken), cancellationToken).ConfigureAwait(false);
        SocialOpsDiagnostics.Received.Add(results.Count(r => r == ReceiveResult.Stored));
        _signal.Ring();
        return results;
    }

    /// <summary>
    /// A program that polls a network, or checks a webhook's subscription, says that it has just looked: it saw everything there is, even if that was nothing. When it has not said so for <paramref name="within"/>, people are told
    /// (<see cref="IncidentKind.SilentSource"/>), because silence of a source looks like peace (reliability F17). The next look closes that incident.
    /// </summary>
    /// <param name="source">The source, e.g. <c>instagram/shop</c>; 1 to 150 characters.</param>
    /// <param name="client">Whose people are told; <see langword="null"/> for the agency's own.</param>
    /// <param name="within">How long the last look may be ago; greater than zero; 15 minutes without it.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="StoreUnavailableException">The store cannot write; the look does not count.</exception>
    public async ValueTask ReportLookAsync(string source, ClientId? client = null, Duration? within = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(source.Length, 150, nameof(source));
        var length = within ?? UsualLook;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, Duration.Zero, nameof(within));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await _store.WriteAsync(Tenant, t => LookAsync(t, source, client, length, cancellationToken), cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (ConcurrencyConflictException) when (attempt < 5)
            {
                // Another one has looked, or the row came, at the same moment.
            }
        }
    }

    /// <summary>Nobody looks at a source any more, on purpose: nobody is told of its silence.</summary>
    /// <param name="source">The source.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="ConcurrencyConflictException">It was looked at at the same moment; say it again.</exception>
    public ValueTask ForgetSourceAsync(string source, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        ArgumentNullException.ThrowIfNull(actor);
        return _store.WriteAsync(Tenant, async transaction =>
        {
            if (await transaction.FindAsync(SourceWatch.Records, source, cancellationToken).ConfigureAwait(false) is { } stored)
            {
                await transaction.RemoveAsync(SourceWatch.Records.Name, source, stored.Version, cancellationToken).ConfigureAwait(false);
                await transaction.AppendAsync(new(_clock.Now(), actor, "source.forgotten", source, "Nobody looks at it any more."), cancellationToken).ConfigureAwait(false);
                await IncidentUnit.CloseAsync(transaction, IncidentKind.SilentSource, source, actor, "Nobody looks at it any more.", _clock.Now(), cancellationToken).ConfigureAwait(false);
            }
        }, cancellationToken);
    }

    /// <summary>An item by its id, or <see langword="null"/>.</summary>
    public async ValueTask<InboundItem?> FindItemAsync(string id, CancellationToken cancellationToken = default)
        => (await _store.ReadAsync(Tenant, t => t.FindAsync(InboxRecords.Items, id, cancellationToken), cancellationToken).ConfigureAwait(false))?.Value;

    /// <summary>The items of a case, oldest first.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="limit">The most items of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<PagedResult<InboundItem>> QueryItemsAsync(CaseId caseId, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        var query = new RecordQuery("", 1, $"{caseId}/", $"{caseId}0", limit, next);
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(InboxRecords.Items, query, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(i => i.Value)], page.Next);
    }

    /// <summary>A client's items in the order of their arrival.</summary>
    /// <param name="client">The client.</param>
    /// <param name="limit">The most items of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<PagedResult<InboundItem>> QueryClientAsync(ClientId client, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        var query = new RecordQuery("", 2, $"{client}/", $"{client}0", limit, next);
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(InboxRecords.Items, query, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(i => i.Value)], page.Next);
    }

    /// <summary>What has come in for a client over a span, all networks in one view (requirement 1.13).</summary>
    /// <param name="client">The client.</param>
    /// <param name="span">From when to when, half-open, by arrival.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <remarks>It reads the span's items and their cases page by page in one transaction; a day of a wave takes as long as its items are many.</remarks>
    public ValueTask<InboxDigest> ReadDigestAsync(ClientId client, NodaTime.Interval span, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, async transaction =>
        {
            var (items, cases, next) = (new List<InboundItem>(), new Dictionary<CaseId, Case>(), (string?)null);
            do
            {
                var query = new RecordQuery("", 2, $"{client}/{IndexText.Of(span.Start)}", $"{client}/{IndexText.Of(span.End)}", 1_000, next);
                var page = await transaction.QueryAsync(InboxRecords.Items, query, cancellationToken).ConfigureAwait(false);
                items.AddRange(page.Items.Select(i => i.Value));
                next = page.Next;
            }
            while (next is not null);
            foreach (var id in items.Select(i => i.Case).Distinct())
            {
                cases[id] = (await transaction.GetAsync(InboxRecords.Cases, id.Value, cancellationToken).ConfigureAwait(false)).Value;
            }

            return InboxDigest.Of(client, span, items, cases.Values);
        }, cancellationToken);

    /// <summary>What nobody could read, oldest first: stored, with its faults.</summary>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<PagedResult<QuarantinedDelivery>> QueryQuarantineAsync(int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(InboxRecords.Raw, new RecordQuery("", 1, Limit: limit, Continue: next), cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(r => new QuarantinedDelivery(r.Value.Id, r.Value.ReceivedAt, r.Value.Bytes, r.Value.Findings!))], page.Next);
    }

    /// <summary>The cause has been put right: everything in quarantine is read once more. What still cannot be read stays where it is.</summary>
    /// <param name="actor">Who says so.</param>
    /// <param name="cancellationToken">Stops between two deliveries.</param>
    /// <returns>How many are read again.</returns>
    public async ValueTask<int> RetryQuarantineAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (count, next) = (0, (string?)null);
        do
        {
            var page = await QueryQuarantineAsync(100, next, cancellationToken).ConfigureAwait(false);
            await _store.WriteAsync(Tenant, t => ScheduleAsync(t, page.Items, actor, cancellationToken), cancellationToken).ConfigureAwait(false);
            (count, next) = (count + page.Items.Count, page.Next);
        }
        while (next is not null);
        _signal.Ring();
        return count;
    }

    /// <summary>A delivery in quarantine is nothing to attend to: its incident closes. Its bytes stay stored.</summary>
    /// <param name="id">The delivery.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such delivery.</exception>
    /// <exception cref="InvalidTransitionException">It is not in quarantine, or the actor is a program.</exception>
    public async ValueTask DiscardQuarantinedAsync(string id, Actor actor, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (actor.Kind == ActorKind.Service)
        {
            throw new InvalidTransitionException($"Actor {actor.Id}", "a program cannot discard what a platform has shown us. Act as a person.");
        }

        await _store.WriteAsync(Tenant, DiscardAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask DiscardAsync(IStoreTransaction transaction)
        {
            var raw = await transaction.GetAsync(InboxRecords.Raw, id, cancellationToken).ConfigureAwait(false);
            if (raw.Value.Findings is null)
            {
                throw new InvalidTransitionException($"Delivery {id}", "is not in quarantine.");
            }

            await Quarantine.LeaveAsync(transaction, raw, actor, $"Discarded: {reason}", _clock.Now(), cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask ScheduleAsync(IStoreTransaction transaction, IReadOnlyList<QuarantinedDelivery> deliveries, Actor actor, CancellationToken cancellationToken)
    {
        var now = _clock.Now();
        foreach (var delivery in deliveries)
        {
            await transaction.ScheduleAsync(Quarantine.ReadAgain(delivery.Id, now), cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new Auditing.AuditEvent(now, actor, "inbox.retried", delivery.Id, "It is read once more."), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The same bytes for the same client are the same delivery.</summary>
    private static string IdOf(InboundDelivery delivery)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{delivery.Format}|{delivery.Client}|"));
        hash.AppendData(delivery.Bytes.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private async ValueTask<IReadOnlyList<ReceiveResult>> StoreAsync(IStoreTransaction transaction, IReadOnlyList<InboundDelivery> deliveries, CancellationToken cancellationToken)
    {
        var now = _clock.Now();
        var results = new ReceiveResult[deliveries.Count];
        for (var i = 0; i < results.Length; i++)
        {
            var id = IdOf(deliveries[i]);
            var work = new WorkDraft(ProcessHandler.WorkKind, id, WorkClass.Bulk, now, id, default);
            if (!await transaction.ScheduleAsync(work, cancellationToken).ConfigureAwait(false))
            {
                results[i] = ReceiveResult.Duplicate;
                continue;
            }

            var raw = new RawDelivery { Id = id, Format = deliveries[i].Format, Client = deliveries[i].Client, Bytes = deliveries[i].Bytes.ToArray(), ReceivedAt = now, Item = InboundLine.Read(deliveries[i].Bytes).Fact is { } fact ? RawDelivery.ItemKey(fact.Network, fact.ExternalId) : null };
            await transaction.PutAsync(InboxRecords.Raw, raw, 0, cancellationToken).ConfigureAwait(false);
        }

        return results;
    }

    private async ValueTask LookAsync(IStoreTransaction transaction, string source, ClientId? client, Duration within, CancellationToken cancellationToken)
    {
        var (stored, now) = (await transaction.FindAsync(SourceWatch.Records, source, cancellationToken).ConfigureAwait(false), _clock.Now());
        var watch = (stored?.Value ?? new SourceWatch(source, client, now, within, 0, false)) with { Client = client, LookedAt = now, Within = within };
        if (!watch.IsWatched || watch.SilentAt < stored!.Value.SilentAt)
        {
            (watch, var row) = watch.Watched();
            await transaction.ScheduleAsync(row, cancellationToken).ConfigureAwait(false);
        }

        await transaction.PutAsync(SourceWatch.Records, watch, stored?.Version ?? 0, cancellationToken).ConfigureAwait(false);
        await IncidentUnit.CloseAsync(transaction, IncidentKind.SilentSource, source, Actor.Engine, "It is looked at again.", now, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>A delivery that nobody could read.</summary>
/// <param name="Id">Its id: a SHA-256 in hex over its format, its client and its bytes.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Findings">What is wrong with it.</param>
public sealed record QuarantinedDelivery(string Id, NodaTime.Instant ReceivedAt, ReadOnlyMemory<byte> Bytes, IReadOnlyList<Finding> Findings);
