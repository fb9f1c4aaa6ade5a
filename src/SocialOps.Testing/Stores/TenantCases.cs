using SocialOps.Storage;
using SocialOps.Work;
using static SocialOps.Testing.Stores.StoreSteps;

namespace SocialOps.Testing.Stores;

/// <summary>No tenant sees or touches another's rows.</summary>
internal static class TenantCases
{
    public static void AddTo(CaseList cases)
    {
        cases.Add(Find_OtherTenantsRecord_IsNothing);
        cases.Add(Query_OtherTenantsRows_AreNotListed);
        cases.Add(Put_SameIdInTwoTenants_AreTwoRecords);
        cases.Add(Put_OverOtherTenantsRecord_Conflicts);
        cases.Add(Remove_OtherTenantsRecord_Conflicts);
        cases.Add(Schedule_SameKeyInTwoTenants_AreTwoRows);
        cases.Add(Finish_OtherTenantsWork_IsStale);
        cases.Add(Extend_OtherTenantsWork_IsNotCurrent);
        cases.Add(Claim_Rows_NameTheirTenant);
        cases.Add(Tenant_NamesThatLookAlike_AreKeptApart);
    }

    private static async Task Find_OtherTenantsRecord_IsNothing(StoreFixture store)
    {
        await store.PutAsync(B, Record("x")).ConfigureAwait(false);
        Expect.Equal(null, await store.FindAsync(A, "x").ConfigureAwait(false), "Another tenant's record is not found");
    }

    private static async Task Query_OtherTenantsRows_AreNotListed(StoreFixture store)
    {
        await store.PutAsync(B, Record("x", "v")).ConfigureAwait(false);
        await store.ScheduleAsync(B, Draft("key-1")).ConfigureAwait(false);
        await store.WriteAsync(B, t => t.AppendAsync(Event()).AsTask()).ConfigureAwait(false);
        foreach (var (slot, descending) in new[] { (0, false), (0, true), (1, false), (1, true) })
        {
            var query = new RecordQuery(Kind, slot, "", "z", Descending: descending);
            Expect.Sequence([], await store.IdsAsync(A, query).ConfigureAwait(false), "Another tenant's records are not listed");
        }

        Expect.Equal(0, (await store.WorkAsync(A).ConfigureAwait(false)).Count, "Another tenant's work is not listed");
        Expect.Equal(0, (await store.WorkAsync(A, new(SubjectId: "case-1")).ConfigureAwait(false)).Count, "Another tenant's work is not listed by subject");
        Expect.Equal(0, (await store.AuditAsync(A).ConfigureAwait(false)).Count, "Another tenant's events are not listed");
        Expect.Equal(0, (await store.AuditAsync(A, new(SubjectId: "case-1")).ConfigureAwait(false)).Count, "Another tenant's events are not listed by subject");
    }

    private static async Task Put_SameIdInTwoTenants_AreTwoRecords(StoreFixture store)
    {
        await store.PutAsync(A, Record("x", "a")).ConfigureAwait(false);
        await store.PutAsync(B, Record("x", "b")).ConfigureAwait(false);
        await store.PutAsync(B, Record("x", "c"), 1).ConfigureAwait(false);
        var found = await store.GetAsync(A, "x").ConfigureAwait(false);
        Expect.Equal(("a", 1), (found.Indexes.Slot1, found.Version), "An id is unique within its tenant only");
    }

    private static async Task Put_OverOtherTenantsRecord_Conflicts(StoreFixture store)
    {
        await store.PutAsync(B, Record("x")).ConfigureAwait(false);
        await Expect.ThrowsAsync<ConcurrencyConflictException>(() => new(store.PutAsync(A, Record("x"), 1)), "Another tenant's record cannot be written over").ConfigureAwait(false);
        Expect.Equal(1, (await store.GetAsync(B, "x").ConfigureAwait(false)).Version, "The other tenant's record is as before");
    }

    private static async Task Remove_OtherTenantsRecord_Conflicts(StoreFixture store)
    {
        await store.PutAsync(B, Record("x")).ConfigureAwait(false);
        await Expect.ThrowsAsync<ConcurrencyConflictException>(
            () => new(store.WriteAsync(A, t => t.RemoveAsync(Kind, "x", 1).AsTask())), "Another tenant's record cannot be removed").ConfigureAwait(false);
        await store.GetAsync(B, "x").ConfigureAwait(false);
    }

    private static async Task Schedule_SameKeyInTwoTenants_AreTwoRows(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("key-1")).ConfigureAwait(false);
        Expect.That(await store.TryScheduleAsync(B, Draft("key-1")).ConfigureAwait(false), "A dedupe key is unique within its tenant only.");
    }

    private static async Task Finish_OtherTenantsWork_IsStale(StoreFixture store)
    {
        var claimed = await store.ClaimOneAsync().ConfigureAwait(false);
        await Expect.ThrowsAsync<StaleLeaseException>(
            () => new(store.WriteAsync(B, t => t.FinishAsync(claimed.Lease, WorkOutcome.Done).AsTask())), "Another tenant's work cannot be finished").ConfigureAwait(false);
        Expect.Equal(WorkState.Open, (await store.WorkAsync(A).ConfigureAwait(false))[0].State, "The other tenant's work is as before");
    }

    private static async Task Extend_OtherTenantsWork_IsNotCurrent(StoreFixture store)
    {
        var claimed = await store.ClaimOneAsync().ConfigureAwait(false);
        var current = await store.Queue.ExtendAsync(B, [claimed.Lease], Lease * 10).ConfigureAwait(false);
        Expect.Equal(0, current.Count, "Another tenant's lease is not current");
        await store.PassLeaseTimeAsync(Lease * 2).ConfigureAwait(false);
        Expect.Equal(1, (await store.ClaimAsync().ConfigureAwait(false)).Count, "Another tenant's lease is not extended");
    }

    private static async Task Claim_Rows_NameTheirTenant(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("key-1", subject: "of-a")).ConfigureAwait(false);
        await store.ScheduleAsync(B, Draft("key-1", subject: "of-b")).ConfigureAwait(false);
        var claimed = await store.ClaimAsync().ConfigureAwait(false);
        Expect.Sequence(["agency-a of-a", "agency-b of-b"], claimed.Select(i => $"{i.Tenant} {i.SubjectId}").Order(StringComparer.Ordinal), "A claimed row names its own tenant");
    }

    private static async Task Tenant_NamesThatLookAlike_AreKeptApart(StoreFixture store)
    {
        TenantId[] tenants = [new("a"), new("A"), new("a "), new("\u00E9"), new("e\u0301"), new("a%")];
        foreach (var tenant in tenants)
        {
            await store.PutAsync(tenant, Record("x", tenant.Value)).ConfigureAwait(false);
        }

        foreach (var tenant in tenants)
        {
            Expect.Equal(tenant.Value, (await store.GetAsync(tenant, "x").ConfigureAwait(false)).Indexes.Slot1, "Tenants compare ordinally");
        }
    }
}
