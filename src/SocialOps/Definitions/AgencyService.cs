using SocialOps.Auditing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Definitions;

/// <summary>The agency's definitions: taken in as versions, read as compiled snapshots. Thread-safe.</summary>
public sealed class AgencyService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly SnapshotCache _cache;
    private readonly IDefinitionUse _use;

    internal AgencyService(TenantId tenant, IStore store, EngineClock clock, SnapshotCache cache, IDefinitionUse use)
    {
        (Tenant, _store, _clock, _cache, _use) = (tenant, store, clock, cache, use);
    }

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>
    /// Takes definitions in, all of them in one transaction. A definition whose content changed becomes a new version that holds from now on (the very first
    /// import: from the beginning of time); an unchanged one writes nothing; one that is missing is no longer part of the agency, unless open work needs it. Cases that are open keep what they began with.
    /// </summary>
    /// <param name="definition">The whole agency.</param>
    /// <param name="actor">Who takes it in.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="InvalidDefinitionException">It has mistakes: all of them. Nothing was taken.</exception>
    /// <exception cref="DefinitionInUseException">It lacks a client or a person whom an open case needs: all of them. Nothing was taken.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else imported at the same moment.</exception>
    public async ValueTask<ApplyResult> ApplyAsync(AgencyDefinition definition, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(actor);
        var findings = AgencyValidation.Validate(definition);
        if (findings.Any(f => f.Severity == FindingSeverity.Error))
        {
            throw new InvalidDefinitionException(findings);
        }

        var parts = AgencyParts.Of(definition);
        _ = new AgencySnapshot(AgencyParts.Join(parts), 0); // what cannot be read back is not taken in
        return await _store.WriteAsync(Tenant, t => ImportAsync(t, parts, actor, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The definitions in force now, or <see langword="null"/> before the first import.</summary>
    public async ValueTask<AgencySnapshot?> FindCurrentAsync(CancellationToken cancellationToken = default)
        => await _store.ReadAsync(Tenant, t => _cache.FindCurrentAsync(t, cancellationToken), cancellationToken).ConfigureAwait(false);

    private async ValueTask<ApplyResult> ImportAsync(IStoreTransaction transaction, List<AgencyPart> parts, Actor actor, CancellationToken cancellationToken)
    {
        var now = _clock.Now();
        var head = await SnapshotCache.FindHeadAsync(transaction, cancellationToken).ConfigureAwait(false);
        var known = (head?.Entries ?? []).ToDictionary(e => (e.Type, e.Id));
        var entries = new List<RevisionEntry>(parts.Count);
        var (added, changed) = (0, 0);
        foreach (var part in parts)
        {
            known.Remove((part.Type, part.Id), out var before);
            if (before?.Hash == part.Hash)
            {
                entries.Add(before);
                continue;
            }

            _ = before is null ? added++ : changed++;
            entries.Add(await AddVersionAsync(transaction, part, head is null ? null : now, cancellationToken).ConfigureAwait(false));
        }

        await RefuseNeededAsync(transaction, known.Values, cancellationToken).ConfigureAwait(false);
        if (added + changed + known.Count == 0 && head!.Entries.SequenceEqual(entries))
        {
            return new(head.Number, 0, 0, 0, parts.Count);
        }

        var revision = new AgencyRevision { Number = (head?.Number ?? 0) + 1, ImportedAt = now, Entries = entries };
        await transaction.PutAsync(DefinitionRecords.Revisions, revision, 0, cancellationToken).ConfigureAwait(false);
        var result = new ApplyResult(revision.Number, added, changed, known.Count, parts.Count - added - changed);
        await transaction.AppendAsync(new AuditEvent(now, actor, "agency.imported", $"revision/{revision.Number}", result.ToString()), cancellationToken).ConfigureAwait(false);
        return result;
    }

    private async ValueTask RefuseNeededAsync(IStoreTransaction transaction, IEnumerable<RevisionEntry> removed, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var entry in removed)
        {
            if (await _use.FindUseAsync(transaction, entry.Type, entry.Id, cancellationToken).ConfigureAwait(false) is { } use)
            {
                findings.Add(Finding.Error($"{entry.Type}[{entry.Id}]", $"cannot be removed while {use} needs it. Keep it, or close or hand over what needs it first."));
            }
        }

        if (findings.Count > 0)
        {
            throw new DefinitionInUseException(findings);
        }
    }

    private static async ValueTask<RevisionEntry> AddVersionAsync(IStoreTransaction transaction, AgencyPart part, NodaTime.Instant? effectiveFrom, CancellationToken cancellationToken)
    {
        var prefix = $"{part.Type}/{part.Id}/";
        var version = 1;
        while (await transaction.FindAsync(DefinitionRecords.Versions.Name, $"{prefix}{version}", cancellationToken).ConfigureAwait(false) is not null)
        {
            version++;
        }

        var stored = new DefinitionVersion { Type = part.Type, Id = part.Id, Version = version, Hash = part.Hash, EffectiveFrom = effectiveFrom, Body = part.Body };
        await transaction.PutAsync(DefinitionRecords.Versions, stored, 0, cancellationToken).ConfigureAwait(false);
        return new(part.Type, part.Id, version, part.Hash);
    }
}

/// <summary>What an import did.</summary>
/// <param name="Revision">The agency's revision after it.</param>
/// <param name="Added">Definitions that were new.</param>
/// <param name="Changed">Definitions that got a new version.</param>
/// <param name="Removed">Definitions that are no longer part of the agency.</param>
/// <param name="Unchanged">Definitions that stayed as they were.</param>
public sealed record ApplyResult(long Revision, int Added, int Changed, int Removed, int Unchanged)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"revision {Revision}: {Added} added, {Changed} changed, {Removed} removed, {Unchanged} unchanged";
}
