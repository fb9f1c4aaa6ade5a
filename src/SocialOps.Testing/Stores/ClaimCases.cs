using System.Collections.Immutable;
using NodaTime;
using SocialOps.Work;
using static SocialOps.Testing.Stores.StoreSteps;

namespace SocialOps.Testing.Stores;

/// <summary>Which rows a claim takes.</summary>
internal static class ClaimCases
{
    private static readonly Instant Later = Now + Duration.FromHours(1);

    public static void AddTo(CaseList cases)
    {
        cases.Add(Claim_Row_RaisesFenceAndAttempt);
        cases.Add(Claim_RowsThatAreNotDue_AreLeft);
        cases.Add(Claim_Rows_ComeOldestFirst);
        cases.Add(Claim_Limit_IsKept);
        cases.Add(Claim_ClaimedRows_AreLeft);
        cases.Add(Claim_UncommittedRows_AreLeft);
        cases.Add(Claim_NoClass_TakesFromTheMostUrgentOnly);
        cases.Add(Claim_NoClass_PassesOverClassesWithNothingDue);
        cases.Add(Claim_OneClass_TakesFromItOnly);
        cases.Add(Claim_UnknownKinds_AreLeft);
        cases.Add(Claim_NewerPayloads_AreLeft);
        cases.Add(Claim_OneTenantsFlood_DelaysNobody);
        cases.Add(Claim_MoreTenantsThanLimit_AreServedInTurn);
        cases.Add(Claim_TenantsWithFewRows_LeaveTheirShare);
        cases.Add(Claim_AnyLimit_IsFilledWhileRowsAreDue);
        cases.Add(Claim_ImpossibleArguments_AreRefused);
        cases.Add(NextDueAt_NothingWaits_IsUnknown);
        cases.Add(NextDueAt_LaterRow_IsItsInstant);
        cases.Add(NextDueAt_MoreIsDue_IsNotLaterThanNow);
        cases.Add(NextDueAt_LeasedRows_DoNotCount);
        cases.Add(NextDueAt_UnknownKinds_DoNotCount);
        cases.Add(NextDueAt_OtherClasses_CountOnlyWithoutClass);
        cases.Add(NextDueAt_OtherTenants_Count);
    }

    private static async Task Claim_Row_RaisesFenceAndAttempt(StoreFixture store)
    {
        var claimed = await store.ClaimOneAsync().ConfigureAwait(false);
        Expect.Equal((1, 1, WorkState.Open), (claimed.Fence, claimed.Attempt, claimed.State), "The first claim is fence 1 and attempt 1 of an open row");
        var row = (await store.WorkAsync(A).ConfigureAwait(false)).Single();
        Expect.Equal((claimed.Id, 1, 1), (row.Id, row.Fence, row.Attempt), "The row itself is claimed");
        Expect.Sequence(row.Payload.ToArray(), claimed.Payload.ToArray(), "A claimed row has its payload");
    }

    private static async Task Claim_RowsThatAreNotDue_AreLeft(StoreFixture store)
    {
        var next = Now + Duration.FromNanoseconds(1_000);
        await store.ScheduleAsync(A, Draft("now"), Draft("next", next)).ConfigureAwait(false);
        await ClaimsAsync(store, Request(now: next - Duration.FromNanoseconds(1)), "now").ConfigureAwait(false);
        await ClaimsAsync(store, Request(now: next), "next").ConfigureAwait(false);
    }

    private static async Task Claim_Rows_ComeOldestFirst(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("2"), Draft("3"), Draft("1", Now - Lease), Draft("4")).ConfigureAwait(false);
        await ClaimsAsync(store, Request(3), "1", "2", "3").ConfigureAwait(false);
    }

    private static async Task Claim_Limit_IsKept(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("1"), Draft("2"), Draft("3")).ConfigureAwait(false);
        await ClaimsAsync(store, Request(2), "1", "2").ConfigureAwait(false);
        await ClaimsAsync(store, Request(2), "3").ConfigureAwait(false);
    }

    private static async Task Claim_ClaimedRows_AreLeft(StoreFixture store)
    {
        await store.ClaimOneAsync().ConfigureAwait(false);
        await ClaimsAsync(store, Request()).ConfigureAwait(false);
        await store.PassLeaseTimeAsync(Lease - Duration.FromSeconds(10)).ConfigureAwait(false);
        await ClaimsAsync(store, Request()).ConfigureAwait(false);
    }

    private static async Task Claim_UncommittedRows_AreLeft(StoreFixture store)
    {
        var transaction = await store.Store.BeginAsync(A, Storage.StoreAccess.Write).ConfigureAwait(false);
        await transaction.ScheduleAsync(Draft("key-1")).ConfigureAwait(false);
        await transaction.DisposeAsync().ConfigureAwait(false);
        await ClaimsAsync(store, Request()).ConfigureAwait(false);
    }

    private static async Task Claim_NoClass_TakesFromTheMostUrgentOnly(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("bulk", Now - Lease, WorkClass.Bulk), Draft("normal", Now - Lease), Draft("urgent", Now, WorkClass.Urgent)).ConfigureAwait(false);
        await ClaimsAsync(store, Request(), "urgent").ConfigureAwait(false);
        await ClaimsAsync(store, Request(), "normal").ConfigureAwait(false);
        await ClaimsAsync(store, Request(), "bulk").ConfigureAwait(false);
    }

    private static async Task Claim_NoClass_PassesOverClassesWithNothingDue(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("later", Later, WorkClass.Urgent), Draft("unknown", kind: "notify"), Draft("bulk", queue: WorkClass.Bulk)).ConfigureAwait(false);
        await ClaimsAsync(store, Request(), "bulk").ConfigureAwait(false);
    }

    private static async Task Claim_OneClass_TakesFromItOnly(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("urgent", queue: WorkClass.Urgent), Draft("normal"), Draft("bulk", queue: WorkClass.Bulk)).ConfigureAwait(false);
        await ClaimsAsync(store, Request(queue: WorkClass.Normal), "normal").ConfigureAwait(false);
        await ClaimsAsync(store, Request(queue: WorkClass.Normal)).ConfigureAwait(false);
    }

    private static async Task Claim_UnknownKinds_AreLeft(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("unknown", Now - Lease, kind: "notify"), Draft("known")).ConfigureAwait(false);
        await ClaimsAsync(store, Request(1), "known").ConfigureAwait(false);
        await ClaimsAsync(store, Request(kinds: ImmutableDictionary<string, int>.Empty)).ConfigureAwait(false);
        await ClaimsAsync(store, Request(kinds: Kinds.ToImmutableDictionary().Add("notify", 1)), "unknown").ConfigureAwait(false);
    }

    private static async Task Claim_NewerPayloads_AreLeft(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("newer", Now - Lease, version: 3), Draft("known", version: 2)).ConfigureAwait(false);
        await ClaimsAsync(store, Request(kinds: Kinds.ToImmutableDictionary().SetItem(Clock, 2)), "known").ConfigureAwait(false);
        Expect.Equal((WorkState.Open, 0), (await store.WorkAsync(A).ConfigureAwait(false)).Select(r => (r.State, r.Fence)).First(), "A row of a newer release waits untouched");
        await ClaimsAsync(store, Request(kinds: Kinds.ToImmutableDictionary().SetItem(Clock, 3)), "newer").ConfigureAwait(false);
    }

    private static async Task Claim_OneTenantsFlood_DelaysNobody(StoreFixture store)
    {
        await store.ScheduleAsync(A, [.. Enumerable.Range(0, 50).Select(i => Draft($"flood-{i:D2}", Later - Duration.FromHours(2)))]).ConfigureAwait(false);
        await store.ScheduleAsync(B, Draft("calm-1"), Draft("calm-2")).ConfigureAwait(false);
        var claimed = await store.ClaimAsync(Request(6)).ConfigureAwait(false);
        Expect.Sequence(["calm-1", "calm-2"], Keys(claimed, B), "A tenant's two rows are not held up by another's flood");
        Expect.Sequence(["flood-00", "flood-01", "flood-02", "flood-03"], Keys(claimed, A), "The rest goes to the flood, oldest first");
    }

    private static async Task Claim_MoreTenantsThanLimit_AreServedInTurn(StoreFixture store)
    {
        TenantId[] tenants = [.. Enumerable.Range(0, 5).Select(i => new TenantId($"t{i}"))];
        foreach (var tenant in tenants)
        {
            await store.ScheduleAsync(tenant, [.. Enumerable.Range(0, 9).Select(i => Draft($"{i}"))]).ConfigureAwait(false);
        }

        var served = new List<TenantId>();
        for (var i = 0; i < 3; i++)
        {
            served.AddRange((await store.ClaimAsync(Request(2)).ConfigureAwait(false)).Select(row => row.Tenant));
        }

        Expect.Equal(6, served.Count, "Every claim is full");
        Expect.Equal(5, served.Take(5).Distinct().Count(), "Nobody is served twice before everybody was served once");
    }

    private static async Task Claim_TenantsWithFewRows_LeaveTheirShare(StoreFixture store)
    {
        await store.ScheduleAsync(A, [.. Enumerable.Range(0, 20).Select(i => Draft($"{i:D2}"))]).ConfigureAwait(false);
        await store.ScheduleAsync(B, Draft("only")).ConfigureAwait(false);
        await store.ScheduleAsync(new("agency-c"), Draft("1"), Draft("2"), Draft("3")).ConfigureAwait(false);
        var claimed = await store.ClaimAsync(Request(12)).ConfigureAwait(false);
        Expect.Equal((8, 1, 3), (Keys(claimed, A).Count(), Keys(claimed, B).Count(), Keys(claimed, new("agency-c")).Count()), "What one tenant does not need, another gets");
    }

    private static async Task Claim_AnyLimit_IsFilledWhileRowsAreDue(StoreFixture store)
    {
        foreach (var (tenant, rows) in new[] { ("a", 1), ("b", 1), ("c", 9), ("d", 2) })
        {
            await store.ScheduleAsync(new(tenant), [.. Enumerable.Range(0, rows).Select(i => Draft($"{i}"))]).ConfigureAwait(false);
        }

        for (var limit = 1; limit <= 14; limit++)
        {
            Expect.Equal(Math.Min(limit, 13), (await store.ClaimAsync(Request(limit)).ConfigureAwait(false)).Count, $"A claim of {limit} takes as many as are due, however they are spread");
            await store.PassLeaseTimeAsync(Lease * 2).ConfigureAwait(false);
        }
    }

    private static async Task Claim_ImpossibleArguments_AreRefused(StoreFixture store)
    {
        foreach (var request in (ClaimRequest[])[Request(0), Request(1_001), Request() with { LeaseLength = Duration.Zero }, Request() with { Owner = "" }, Request(queue: (WorkClass)(-1))])
        {
            await Expect.ThrowsAsync<ArgumentException>(() => new(store.ClaimAsync(request)), $"{request} is refused").ConfigureAwait(false);
        }
    }

    private static async Task NextDueAt_NothingWaits_IsUnknown(StoreFixture store)
    {
        await NextDueAsync(store, Request(), null).ConfigureAwait(false);
        await store.FinishAsync(await store.ClaimOneAsync().ConfigureAwait(false), WorkOutcome.Done).ConfigureAwait(false);
        await NextDueAsync(store, Request(), null).ConfigureAwait(false);
    }

    private static async Task NextDueAt_LaterRow_IsItsInstant(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("2", Later + Lease), Draft("1", Later), Draft("0")).ConfigureAwait(false);
        await NextDueAsync(store, Request(), Later).ConfigureAwait(false);
    }

    private static async Task NextDueAt_MoreIsDue_IsNotLaterThanNow(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("1"), Draft("2"), Draft("3", Later)).ConfigureAwait(false);
        var next = (await store.Queue.ClaimAsync(Request(1)).ConfigureAwait(false)).NextDueAt;
        Expect.That(next <= Now, $"When more is due already, the next instant is not later than now; it was {next}.");
    }

    private static async Task NextDueAt_LeasedRows_DoNotCount(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("1"), Draft("2", Later)).ConfigureAwait(false);
        await store.ClaimAsync(Request(1)).ConfigureAwait(false);
        await NextDueAsync(store, Request(), Later).ConfigureAwait(false);
    }

    private static async Task NextDueAt_UnknownKinds_DoNotCount(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("1", kind: "notify"), Draft("2", version: 2), Draft("3", Later)).ConfigureAwait(false);
        await NextDueAsync(store, Request(), Later).ConfigureAwait(false);
    }

    private static async Task NextDueAt_OtherClasses_CountOnlyWithoutClass(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("1", Later, WorkClass.Bulk), Draft("2", Later + Lease, WorkClass.Urgent)).ConfigureAwait(false);
        await NextDueAsync(store, Request(queue: WorkClass.Urgent), Later + Lease).ConfigureAwait(false);
        await NextDueAsync(store, Request(), Later).ConfigureAwait(false);
    }

    private static async Task NextDueAt_OtherTenants_Count(StoreFixture store)
    {
        await store.ScheduleAsync(A, Draft("1", Later + Lease)).ConfigureAwait(false);
        await store.ScheduleAsync(B, Draft("1", Later)).ConfigureAwait(false);
        await NextDueAsync(store, Request(), Later).ConfigureAwait(false);
    }

    private static async Task ClaimsAsync(StoreFixture store, ClaimRequest request, params string[] keys)
        => Expect.Sequence(keys, (await store.ClaimAsync(request).ConfigureAwait(false)).Select(r => r.DedupeKey), "The claimed rows, in order");

    private static async Task NextDueAsync(StoreFixture store, ClaimRequest request, Instant? expected)
        => Expect.Equal(expected, (await store.Queue.ClaimAsync(request).ConfigureAwait(false)).NextDueAt, "The next due instant of the asked kinds");

    private static IEnumerable<string> Keys(IEnumerable<WorkItem> rows, TenantId tenant) => rows.Where(r => r.Tenant == tenant).Select(r => r.DedupeKey);
}
