using NodaTime;
using SocialOps.Work;

namespace SocialOps.Testing.Stores;

/// <summary>Claims of a random sequence. Which tenant comes first in a round is the store's choice; everything else is settled.</summary>
internal sealed class RandomClaims(StoreFixture fixture)
{
    /// <summary>Claims, holds the result against the model, and changes the model likewise.</summary>
    public async Task<IReadOnlyList<WorkItem>> ClaimAsync(StoreModel model, ClaimRequest request)
    {
        var due = model.Free(request).Where(w => w.DueAt <= request.Now).ToList();
        var most = due.Count == 0 ? default : due.Min(w => w.Draft.Class);
        due.RemoveAll(w => w.Draft.Class != most);
        var result = await fixture.Queue.ClaimAsync(request).ConfigureAwait(false);
        Expect.Equal(Math.Min(request.Limit, due.Count), result.Items.Count, $"The number of rows that {request} takes");
        var counts = due.GroupBy(w => w.Tenant).Select(g => (All: g.Count(), Taken: Check(model, [.. g], [.. result.Items.Where(i => i.Tenant == g.Key)]))).ToList();
        Expect.Equal(result.Items.Count, counts.Sum(c => c.Taken), "All rows that were taken are due");
        foreach (var waiting in counts.Where(c => c.Taken < c.All))
        {
            Expect.That(counts.TrueForAll(c => c.Taken <= waiting.Taken + 1), "A tenant that still has rows got at most one less than any other.");
        }

        foreach (var item in result.Items)
        {
            var row = model.Of(item);
            model.Change(row, row with { Fence = row.Fence + 1, LeaseUntil = model.Elapsed + request.LeaseLength });
        }

        var next = model.Free(request).FirstOrDefault()?.DueAt;
        Expect.Equal(next, result.NextDueAt, "The next due instant");
        return result.Items;
    }

    /// <summary>Extends one claim.</summary>
    public async Task ExtendAsync(StoreModel model, WorkItem claim)
    {
        var length = Duration.FromSeconds(900);
        var current = await fixture.Queue.ExtendAsync(claim.Tenant, [claim.Lease], length).ConfigureAwait(false);
        Expect.Equal(model.IsCurrent(claim), current.Count == 1, $"Whether fence {claim.Fence} of {claim.DedupeKey} is current");
        if (current.Count == 1)
        {
            model.Change(model.Of(claim), model.Of(claim) with { LeaseUntil = model.Elapsed + length });
        }
    }

    private static int Check(StoreModel model, List<ModelWork> due, List<WorkItem> taken)
    {
        Expect.Sequence(due.Take(taken.Count), taken.Select(model.Of), "A tenant's rows are taken in the order of due instant and number");
        foreach (var item in taken)
        {
            Expect.Equal((model.Of(item).Fence + 1, (int)model.Of(item).Fence + 1), (item.Fence, item.Attempt), "Fence and attempt rise by one");
        }

        return taken.Count;
    }
}
