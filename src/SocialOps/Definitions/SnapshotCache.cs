using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SocialOps.Responses;
using SocialOps.Storage;

namespace SocialOps.Definitions;

/// <summary>Compiled snapshots by (tenant, revision). A revision never changes, so a cached one is never stale; which one is current is read from the store once a transaction.</summary>
internal sealed class SnapshotCache(IItemClassifier classifier)
{
    private const int Kept = 64;

    private readonly ConcurrentDictionary<(TenantId Tenant, long Revision), AgencySnapshot> _snapshots = new();
    private readonly ConditionalWeakTable<IStoreTransaction, AgencySnapshot> _current = [];

    public static async ValueTask<AgencyRevision?> FindHeadAsync(IStoreTransaction transaction, CancellationToken cancellationToken)
    {
        var page = await transaction.QueryAsync(DefinitionRecords.Revisions, new RecordQuery("", Limit: 1, Descending: true), cancellationToken).ConfigureAwait(false);
        return page.Items.Count == 0 ? null : page.Items[0].Value;
    }

    /// <summary>The current snapshot, the same through the whole transaction, or <see langword="null"/> before the first import.</summary>
    public async ValueTask<AgencySnapshot?> FindCurrentAsync(IStoreTransaction transaction, CancellationToken cancellationToken)
    {
        if (_current.TryGetValue(transaction, out var current))
        {
            return current;
        }

        if (await FindHeadAsync(transaction, cancellationToken).ConfigureAwait(false) is not { } head)
        {
            return null;
        }

        current = await CompileAsync(transaction, head, cancellationToken).ConfigureAwait(false);
        _current.AddOrUpdate(transaction, current);
        return current;
    }

    /// <summary>The current snapshot.</summary>
    public async ValueTask<AgencySnapshot> GetCurrentAsync(IStoreTransaction transaction, CancellationToken cancellationToken)
        => await FindCurrentAsync(transaction, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidTransitionException("The agency", "nothing is defined yet. Call AddAgency or AgencyService.ApplyAsync first.");

    /// <summary>The snapshot that was in force at an instant: the last revision imported until then, else the first.</summary>
    public async ValueTask<AgencySnapshot?> FindAtAsync(IStoreTransaction transaction, NodaTime.Instant at, CancellationToken cancellationToken)
    {
        AgencyRevision? found = null;
        string? next = null;
        do
        {
            var page = await transaction.QueryAsync(DefinitionRecords.Revisions, new RecordQuery("", Limit: 100, Continue: next, Descending: true), cancellationToken).ConfigureAwait(false);
            found = page.Items.Select(r => r.Value).FirstOrDefault(r => r.ImportedAt <= at) ?? (page.Items.Count > 0 ? page.Items[^1].Value : found);
            next = found?.ImportedAt <= at ? null : page.Next;
        }
        while (next is not null);
        return found is null ? null : await CompileAsync(transaction, found, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A snapshot that a case remembers.</summary>
    public async ValueTask<AgencySnapshot> GetAsync(IStoreTransaction transaction, long revision, CancellationToken cancellationToken)
    {
        if (_snapshots.TryGetValue((transaction.Tenant, revision), out var snapshot))
        {
            return snapshot;
        }

        var stored = await transaction.GetAsync(DefinitionRecords.Revisions, IndexText.Of(revision), cancellationToken).ConfigureAwait(false);
        return await CompileAsync(transaction, stored.Value, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The definitions of a revision, in the order of the document.</summary>
    public static async ValueTask<List<AgencyPart>> PartsAsync(IStoreTransaction transaction, AgencyRevision revision, CancellationToken cancellationToken)
    {
        var parts = new List<AgencyPart>(revision.Entries.Count);
        foreach (var entry in revision.Entries)
        {
            var key = DefinitionVersion.KeyOf(entry.Type, entry.Id, entry.Version);
            var version = await transaction.GetAsync(DefinitionRecords.Versions, key, cancellationToken).ConfigureAwait(false);
            parts.Add(new(entry.Type, entry.Id, entry.Hash, version.Value.Body, entry.Version));
        }

        return parts;
    }

    private async ValueTask<AgencySnapshot> CompileAsync(IStoreTransaction transaction, AgencyRevision revision, CancellationToken cancellationToken)
    {
        if (_snapshots.TryGetValue((transaction.Tenant, revision.Number), out var snapshot))
        {
            return snapshot;
        }

        var parts = await PartsAsync(transaction, revision, cancellationToken).ConfigureAwait(false);
        var compiled = _snapshots.GetOrAdd((transaction.Tenant, revision.Number), new AgencySnapshot(AgencyParts.Join(parts), revision.Number, classifier));
        foreach (var old in _snapshots.Keys.Where(k => k.Tenant == transaction.Tenant).OrderByDescending(k => k.Revision).Skip(Kept))
        {
            _snapshots.TryRemove(old, out _);
        }

        return compiled;
    }
}
