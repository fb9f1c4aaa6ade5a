using System.Security.Cryptography;
using System.Text;
using SocialOps.Diagnostics;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>Takes in what platforms show: stored first, read later by the worker. Thread-safe.</summary>
public sealed class InboxService
{
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

    /// <summary>What nobody could read, oldest first: stored, with its faults.</summary>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<PagedResult<QuarantinedDelivery>> QueryQuarantineAsync(int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(InboxRecords.Raw, new RecordQuery("", 1, Limit: limit, Continue: next), cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(r => new QuarantinedDelivery(r.Value.Id, r.Value.ReceivedAt, r.Value.Bytes, r.Value.Findings!))], page.Next);
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

            var raw = new RawDelivery { Id = id, Format = deliveries[i].Format, Client = deliveries[i].Client, Bytes = deliveries[i].Bytes.ToArray(), ReceivedAt = now };
            await transaction.PutAsync(InboxRecords.Raw, raw, 0, cancellationToken).ConfigureAwait(false);
        }

        return results;
    }
}

/// <summary>A delivery that nobody could read.</summary>
/// <param name="Id">Its id: a SHA-256 in hex over its format, its client and its bytes.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Findings">What is wrong with it.</param>
public sealed record QuarantinedDelivery(string Id, NodaTime.Instant ReceivedAt, ReadOnlyMemory<byte> Bytes, IReadOnlyList<Finding> Findings);
