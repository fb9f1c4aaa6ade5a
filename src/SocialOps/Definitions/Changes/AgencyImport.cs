using NodaTime;
using SocialOps.Auditing;
using SocialOps.Storage;

namespace SocialOps.Definitions;

/// <summary>Writes definitions as the next revision, in one transaction.</summary>
internal sealed class AgencyImport(IDefinitionUse use, IEnumerable<IDefinitionFollower> followers)
{
    public async ValueTask<ApplyResult> RunAsync(IStoreTransaction transaction, List<AgencyPart> parts, Actor actor, Instant now, CancellationToken cancellationToken)
    {
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

        foreach (var kept in known.Values.Where(e => e.Type == DefinitionType.PersonRecord && parts.Exists(p => p.Type == DefinitionType.Person && p.Id == e.Id)).ToList())
        {
            known.Remove((kept.Type, kept.Id));
            entries.Add(kept);
        }

        await RefuseNeededAsync(transaction, known.Values, cancellationToken).ConfigureAwait(false);
        if (added + changed + known.Count == 0 && head!.Entries.SequenceEqual(entries))
        {
            return new(head.Number, 0, 0, 0, parts.Count);
        }

        var revision = new AgencyRevision { Number = (head?.Number ?? 0) + 1, ImportedAt = now, Entries = entries };
        await transaction.PutAsync(DefinitionRecords.Revisions, revision, 0, cancellationToken).ConfigureAwait(false);
        var agency = AgencyParts.Join(await SnapshotCache.PartsAsync(transaction, revision, cancellationToken).ConfigureAwait(false));
        await PracticeReminder.ScheduleAsync(transaction, agency, now, cancellationToken).ConfigureAwait(false);
        await PlatformReminder.ScheduleAsync(transaction, agency, now, cancellationToken).ConfigureAwait(false);
        foreach (var follower in followers)
        {
            await follower.FollowAsync(transaction, agency, actor, now, cancellationToken).ConfigureAwait(false);
        }

        var result = new ApplyResult(revision.Number, added, changed, known.Count, parts.Count - added - changed);
        await transaction.AppendAsync(new AuditEvent(now, actor, "agency.imported", $"revision/{revision.Number}", result.ToString()), cancellationToken).ConfigureAwait(false);
        return result;
    }

    private async ValueTask RefuseNeededAsync(IStoreTransaction transaction, IEnumerable<RevisionEntry> removed, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var entry in removed)
        {
            if (await use.FindUseAsync(transaction, entry.Type, entry.Id, cancellationToken).ConfigureAwait(false) is { } need)
            {
                findings.Add(Finding.Error($"{entry.Type}[{entry.Id}]", $"cannot be removed while {need} needs it. Keep it, or close or hand over what needs it first."));
            }
        }

        if (findings.Count > 0)
        {
            throw new DefinitionInUseException(findings);
        }
    }

    private static async ValueTask<RevisionEntry> AddVersionAsync(IStoreTransaction transaction, AgencyPart part, Instant? effectiveFrom, CancellationToken cancellationToken)
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
