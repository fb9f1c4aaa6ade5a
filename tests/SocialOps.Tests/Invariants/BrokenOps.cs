using NodaTime;
using SocialOps.Channels;
using SocialOps.Inbox;
using SocialOps.Invariants;
using SocialOps.Publishing;
using SocialOps.Storage;
using SocialOps.Tests.Storage;
using SocialOps.Work;

namespace SocialOps.Tests.Invariants;

/// <summary>An agency in the middle of its day, into whose store a test writes what must never be: an open complaint, a thanked praise, something in quarantine.</summary>
internal sealed class BrokenOps : IAsyncDisposable
{
    private BrokenOps(TestOps ops, BreakableStore store, Case complaint, Case praise) => (Ops, Store, Complaint, Praise) = (ops, store, complaint, praise);

    public TestOps Ops { get; }

    public BreakableStore Store { get; }

    public Case Complaint { get; }

    public Case Praise { get; }

    public static async Task<BrokenOps> StartAsync(bool refuse = false)
    {
        var store = new BreakableStore();
        var ops = await TestOps.StartAsync(store: builder => builder.UseStore(_ => store));
        ops.Network.Fault = refuse ? _ => (false, new PublishResult.Rejected("400", "no")) : null;
        var complaint = await ops.ReceiveAsync("Der Rahmen ist kaputt!");
        var praise = await ops.ReceiveAsync("danke!");
        await ops.ReceiveRawAsync("no JSON"u8.ToArray());
        return new(ops, store, await ops.CaseAsync(complaint.Id), await ops.CaseAsync(praise.Id));
    }

    public async Task<InvariantReport> CheckAsync() => await Ops.Ops.Invariants.CheckAsync();

    public async Task<T> FindAsync<T>(RecordKind<T> kind, Func<T, bool> which)
        where T : class
        => (await Store.ReadAsync(TenantId.Default, t => t.QueryAsync(kind, new RecordQuery(""), default), default)).Items.First(r => which(r.Value)).Value;

    public Task<Publication> ThanksAsync() => FindAsync(PublicationRecords.Publications, p => p.Origin == Praise.Id.Value);

    /// <summary>Writes a state over the one with the same key.</summary>
    public async Task PutAsync<T>(RecordKind<T> kind, T state)
        where T : class
        => await Store.WriteAsync(TenantId.Default, async t => await t.PutAsync(kind, state, (await t.FindAsync(kind, kind.KeyOf(state)))?.Version ?? 0), default);

    public async Task RemoveAsync<T>(RecordKind<T> kind, T state)
        where T : class
        => await Store.WriteAsync(TenantId.Default, async t => await t.RemoveAsync(kind.Name, kind.KeyOf(state), (await t.GetAsync(kind, kind.KeyOf(state))).Version), default);

    /// <summary>Ends the open rows of a kind without their effect.</summary>
    public async Task EndRowsAsync(string kind)
    {
        var claim = await Store.ClaimAsync(new("test", Ops.Time.Now + Duration.FromDays(30), Duration.FromSeconds(30), 1000, null, new Dictionary<string, int> { [kind] = 1 }));
        claim.Items.Should().NotBeEmpty();
        await Store.WriteAsync(TenantId.Default, async t =>
        {
            foreach (var row in claim.Items)
            {
                await t.FinishAsync(row.Lease, WorkOutcome.Done);
            }
        }, default);
    }

    public ValueTask DisposeAsync() => Ops.DisposeAsync();
}
