using System.Collections.Immutable;
using NodaTime;
using SocialOps.Storage;
using SocialOps.Testing.Stores;
using SocialOps.Work;

namespace SocialOps.Tests.Storage;

/// <summary>Bugs that a store could have, each with the case that must catch it.</summary>
internal static class PlantedBugs
{
    public static IReadOnlyDictionary<string, (string Case, Action<BreakableStore> Plant)> All { get; } = new Dictionary<string, (string, Action<BreakableStore>)>
    {
        ["no version check"] = ("Put_OlderVersion_Conflicts", s => s.OnPut = async (t, r, _) => await t.PutAsync(r, await VersionAsync(t, r))),
        ["creating overwrites"] = ("Put_NewRecordThatExists_Conflicts", s => s.OnPut = async (t, r, v) => await t.PutAsync(r, v == 0 ? await VersionAsync(t, r) : v)),
        ["record's own version is read"] = ("Put_RecordsOwnVersion_IsNotRead", s => s.OnPut = (t, r, v) => t.PutAsync(r, r.Version > 0 ? r.Version : v)),
        ["removing checks no version"] = ("Remove_OlderVersion_Conflicts", s => s.OnRemove = async (t, k, i, v) => await t.RemoveAsync(k, i, (await t.FindAsync(k, i))?.Version ?? v)),
        ["removing forgives"] = ("Remove_AbsentRecord_Conflicts", s => s.OnRemove = async (t, k, i, v) => await (await t.FindAsync(k, i) is null ? default : t.RemoveAsync(k, i, v))),
        ["empty index value is none"] = ("Put_NewRecord_ComesBackAsWritten", s => s.OnPut = (t, r, v) => t.PutAsync(r with { Indexes = new(r.Indexes.Slot1) }, v)),
        ["ids folded"] = ("Put_IdsThatLookAlike_AreKeptApart", s => s.OnPut = (t, r, v) => t.PutAsync(r with { Id = r.Id.Trim() }, v)),
        ["order of UTF-16 units"] = ("Query_Ids_ComeInOrderOfUtf8Bytes", s => s.OnQuery = async (t, q) => await PageAsync(t, q, items => items.OrderBy(r => r.Id, StringComparer.Ordinal))),
        ["order of a culture"] = ("Query_Ids_ComeInOrderOfUtf8Bytes", s => s.OnQuery = async (t, q) => await PageAsync(t, q, items => items.OrderBy(r => r.Id, StringComparer.InvariantCulture))),
        ["next page loses a record"] = ("Query_Pages_JoinToTheWhole", s => s.OnQuery = async (t, q) => await PageAsync(t, q, items => items.Skip(q.Continue is null ? 0 : 1))),
        ["descending ignored"] = ("Query_Range_IncludesFromAndExcludesTo", s => s.OnQuery = (t, q) => t.QueryAsync(q with { Descending = false })),
        ["To is included"] = ("Query_Range_IncludesFromAndExcludesTo", s => s.OnQuery = (t, q) => t.QueryAsync(q with { To = q.To is null ? null : q.To + " " })),
        ["full last page has a next"] = ("Query_LastPageIsFull_HasNoNext", s => s.OnQuery = async (t, q) => await t.QueryAsync(q) is var p && p.Next is null && p.Items.Count == q.Limit ? new(p.Items, "more") : p),
        ["disposing commits"] = ("Dispose_WithoutCommit_KeepsNothing", s => s.OnDispose = t => CommitAsync(t)),
        ["readers may write"] = ("Read_WritingMembers_AreRefused", s => s.OnBegin = (tenant, _) => (tenant, StoreAccess.Write)),
        ["conflict leaves the rest"] = ("Commit_AfterConflict_KeepsNothing", s => s.OnPut = async (t, r, v) => await (await VersionAsync(t, r) == v ? t.PutAsync(r, v) : throw new ConcurrencyConflictException(r.Kind, r.Id, v))),
        ["tenants are one"] = ("Find_OtherTenantsRecord_IsNothing", s => s.OnBegin = (_, access) => (new("all"), access)),
        ["tenants ignore case"] = ("Tenant_NamesThatLookAlike_AreKeptApart", s => s.OnBegin = (tenant, access) => (new((tenant.Value ?? "").ToUpperInvariant()), access)),
        ["no dedupe"] = ("Schedule_SameKey_WritesNothing", s => s.OnSchedule = Undeduped()),
        ["dedupe forgets what is done"] = ("Schedule_KeyOfDoneRow_StaysTaken", s => s.OnSchedule = async (t, w) => await t.ScheduleAsync(await IsDoneAsync(t, w) ? w with { DedupeKey = w.DedupeKey + "'" } : w)),
        ["dedupe says yes"] = ("Schedule_SameKeyInOneTransaction_WritesOnce", s => s.OnSchedule = async (t, w) => await t.ScheduleAsync(w) || true),
        ["due is rounded down"] = ("Schedule_PartsOfAMicrosecond_RoundUp", s => s.OnSchedule = (t, w) => t.ScheduleAsync(w with { DueAt = StoredInstant.ToInstant(StoredInstant.Floor(w.DueAt)) })),
        ["state not filtered"] = ("QueryWork_EveryCondition_Holds", s => s.OnQueryWork = (t, q) => t.QueryWorkAsync(q with { State = null })),
        ["done keeps its payload"] = ("Finish_Done_EndsRowAndEmptiesPayload", s => s.OnQueryWork = async (t, q) => await WithAsync(t, q, i => i with { Payload = new byte[1] })),
        ["lost fence"] = ("Finish_OlderFence_IsStale", s => s.OnFinish = async (t, l, o) => await t.FinishAsync(l with { Fence = await FenceAsync(t, l) }, o)),
        ["stale lease swallowed"] = ("Finish_Twice_IsStale", s => s.OnFinish = async (t, l, o) => await (await IsOpenAsync(t, l) ? t.FinishAsync(l, o) : default)),
        ["retry forgets the error"] = ("Finish_RetryAt_IsDueAgainThen", s => s.OnFinish = (t, l, o) => t.FinishAsync(l, o is WorkOutcome.RetryAt r ? r with { Error = "" } : o)),
        ["dead is done"] = ("Finish_Dead_WaitsForAPerson", s => s.OnFinish = (t, l, o) => t.FinishAsync(l, o is WorkOutcome.Dead d ? WorkOutcome.Superseded(d.Error) : o)),
        ["lease too short"] = ("Claim_ClaimedRows_AreLeft", s => s.OnClaim = (q, r) => q.ClaimAsync(r with { LeaseLength = Duration.FromSeconds(1) })),
        ["lease never ends"] = ("Lease_RanOut_RowIsClaimedAgain", s => s.OnClaim = (q, r) => q.ClaimAsync(r with { LeaseLength = Duration.FromDays(1) })),
        ["same row twice"] = ("Claim_ManyWorkers_NeverGetTheSameRow", s => s.OnClaim = Twice()),
        ["the flood goes first"] = ("Claim_OneTenantsFlood_DelaysNobody", s => s.OnClaim = OldestFirst()),
        ["the first tenants go first"] = ("Claim_MoreTenantsThanLimit_AreServedInTurn", s => s.OnClaim = FirstTenantsFirst()),
        ["one tenant a claim"] = ("Claim_AnyLimit_IsFilledWhileRowsAreDue", s => s.OnClaim = async (q, r) => await q.ClaimAsync(r) is var c ? c with { Items = [.. c.Items.Where(i => i.Tenant == c.Items[0].Tenant)] } : c),
        ["classes ignored"] = ("Claim_NoClass_TakesFromTheMostUrgentOnly", s => s.OnClaim = (q, r) => q.ClaimAsync(r with { Class = r.Class ?? WorkClass.Bulk })),
        ["kinds ignored"] = ("Claim_UnknownKinds_AreLeft", s => s.OnClaim = (q, r) => q.ClaimAsync(r with { Kinds = r.Kinds.ToImmutableDictionary().SetItem("notify", 9) })),
        ["payload version ignored"] = ("Claim_NewerPayloads_AreLeft", s => s.OnClaim = (q, r) => q.ClaimAsync(r with { Kinds = r.Kinds.ToImmutableDictionary(k => k.Key, _ => 9) })),
        ["claims what is not due"] = ("Claim_RowsThatAreNotDue_AreLeft", s => s.OnClaim = (q, r) => q.ClaimAsync(r with { Now = r.Now + Duration.FromMilliseconds(1) })),
        ["next due unknown"] = ("NextDueAt_LaterRow_IsItsInstant", s => s.OnClaim = async (q, r) => await q.ClaimAsync(r) with { NextDueAt = null }),
        ["next due counts every class"] = ("NextDueAt_OtherClasses_CountOnlyWithoutClass", s => s.OnClaim = async (q, r) => await q.ClaimAsync(r) with { NextDueAt = (await q.ClaimAsync(r with { Class = null })).NextDueAt }),
        ["attempts begin at zero"] = ("Claim_Row_RaisesFenceAndAttempt", s => s.OnClaim = async (q, r) => await q.ClaimAsync(r) is var c ? c with { Items = [.. c.Items.Select(i => i with { Attempt = i.Attempt - 1 })] } : c),
        ["extending asks no fence"] = ("Extend_OlderFence_IsNotCurrent", s => s.OnExtend = async (q, t, l, d) => await q.ExtendAsync(t, l, d) is not null ? [.. l] : []),
        ["extending does nothing"] = ("Extend_CurrentLease_LastsFromNowOn", s => s.OnExtend = async (_, _, l, _) => await ValueTask.FromResult<WorkLease[]>([.. l])),
        ["events by time"] = ("Append_Events_ComeInOrderOfAppending", s => s.OnQueryAudit = async (t, q) => await t.QueryAuditAsync(q) is var p ? new([.. p.Items.OrderBy(e => e.At)], p.Next) : p),
        ["durable only in name"] = ("Reopen_CommittedRows_AreKept", s => s.Durability = StoreDurability.PowerLoss),
        ["reads whatever is newest"] = ("Read_WhileOthersCommit_SeesOneState", s => s.OnBegun = t => new FreshReads(s, t)),
    };

    private static async ValueTask<long> VersionAsync(IStoreTransaction t, StoredRecord r) => (await t.FindAsync(r.Kind, r.Id))?.Version ?? 0;

    private static async ValueTask<PagedResult<StoredRecord>> PageAsync(IStoreTransaction t, RecordQuery q, Func<IEnumerable<StoredRecord>, IEnumerable<StoredRecord>> change)
        => await t.QueryAsync(q) is var page ? new([.. change(page.Items)], page.Next) : page;

    private static async ValueTask<PagedResult<WorkItem>> WithAsync(IStoreTransaction t, WorkQuery q, Func<WorkItem, WorkItem> change)
        => await t.QueryWorkAsync(q) is var page ? new([.. page.Items.Select(change)], page.Next) : page;

    private static async ValueTask CommitAsync(IStoreTransaction t)
    {
        await SwallowAsync<InvalidOperationException>(() => t.CommitAsync());
        await t.DisposeAsync();
    }

    private static async ValueTask SwallowAsync<TException>(Func<ValueTask> act)
        where TException : Exception
    {
        try
        {
            await act();
        }
        catch (TException)
        {
            // The bug.
        }
    }

    private static async ValueTask<bool> IsDoneAsync(IStoreTransaction t, WorkDraft w)
        => (await t.QueryWorkAsync(new(WorkState.Done))).Items.Any(i => i.DedupeKey == w.DedupeKey);

    private static async ValueTask<long> FenceAsync(IStoreTransaction t, WorkLease l)
        => (await t.QueryWorkAsync(new(State: null))).Items.FirstOrDefault(i => i.Id == l.WorkId)?.Fence ?? l.Fence;

    private static async ValueTask<bool> IsOpenAsync(IStoreTransaction t, WorkLease l)
        => (await t.QueryWorkAsync(new(State: null))).Items.FirstOrDefault(i => i.Id == l.WorkId)?.State == WorkState.Open;

    private static Func<IStoreTransaction, WorkDraft, ValueTask<bool>> Undeduped()
    {
        var count = 0;
        return (t, w) => t.ScheduleAsync(w with { DedupeKey = $"{w.DedupeKey} {count++}" });
    }

    private static Func<IWorkQueue, ClaimRequest, ValueTask<ClaimResult>> Twice()
    {
        ClaimResult? before = null;
        return async (q, r) =>
        {
            var again = Interlocked.Exchange(ref before, null);
            if (again is not null)
            {
                return again;
            }

            var result = await q.ClaimAsync(r);
            before = result.Items.Count > 0 ? result : null;
            return result;
        };
    }

    private static Func<IWorkQueue, ClaimRequest, ValueTask<ClaimResult>> OldestFirst()
        => async (q, r) => await q.ClaimAsync(r with { Limit = 1_000 }) is var all ? all with { Items = [.. all.Items.OrderBy(i => i.DueAt).Take(r.Limit)] } : all;

    private static Func<IWorkQueue, ClaimRequest, ValueTask<ClaimResult>> FirstTenantsFirst()
    {
        var waiting = new List<WorkItem>();
        return async (q, r) =>
        {
            var all = await q.ClaimAsync(r with { Limit = 1_000 });
            waiting = [.. waiting.Concat(all.Items).OrderBy(i => i.DedupeKey).ThenBy(i => i.Tenant.Value)];
            var first = waiting.OrderBy(i => i.Tenant.Value).Take(r.Limit).ToList();
            waiting.RemoveAll(first.Contains);
            return all with { Items = first };
        };
    }

    /// <summary>Begins anew for every read.</summary>
    private sealed class FreshReads(StoreFixture fixture, IStoreTransaction inner) : IStoreTransaction
    {
        private bool _inside;

        public TenantId Tenant => inner.Tenant;

        public async ValueTask<StoredRecord?> FindAsync(string kind, string id, CancellationToken cancellationToken = default)
        {
            if (_inside)
            {
                return await inner.FindAsync(kind, id, cancellationToken);
            }

            await using var fresh = (FreshReads)await fixture.Store.BeginAsync(Tenant, StoreAccess.Read, cancellationToken);
            fresh._inside = true;
            return await fresh.FindAsync(kind, id, cancellationToken);
        }

        public ValueTask<PagedResult<StoredRecord>> QueryAsync(RecordQuery query, CancellationToken cancellationToken = default) => inner.QueryAsync(query, cancellationToken);

        public ValueTask PutAsync(StoredRecord record, long expectedVersion, CancellationToken cancellationToken = default) => inner.PutAsync(record, expectedVersion, cancellationToken);

        public ValueTask RemoveAsync(string kind, string id, long expectedVersion, CancellationToken cancellationToken = default) => inner.RemoveAsync(kind, id, expectedVersion, cancellationToken);

        public ValueTask<bool> ScheduleAsync(WorkDraft work, CancellationToken cancellationToken = default) => inner.ScheduleAsync(work, cancellationToken);

        public ValueTask<PagedResult<WorkItem>> QueryWorkAsync(WorkQuery query, CancellationToken cancellationToken = default) => inner.QueryWorkAsync(query, cancellationToken);

        public ValueTask FinishAsync(WorkLease lease, WorkOutcome outcome, CancellationToken cancellationToken = default) => inner.FinishAsync(lease, outcome, cancellationToken);

        public ValueTask AppendAsync(Auditing.AuditEvent auditEvent, CancellationToken cancellationToken = default) => inner.AppendAsync(auditEvent, cancellationToken);

        public ValueTask<PagedResult<Auditing.AuditEvent>> QueryAuditAsync(Auditing.AuditQuery query, CancellationToken cancellationToken = default) => inner.QueryAuditAsync(query, cancellationToken);

        public ValueTask CommitAsync(CancellationToken cancellationToken = default) => inner.CommitAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
