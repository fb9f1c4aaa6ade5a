using System.Text;
using NodaTime;
using SocialOps.Inbox;
using SocialOps.Incidents;

namespace SocialOps.Tests.Fuzzing;

/// <summary>Broken, huge and hostile deliveries through the whole engine: each one that was taken is an item or stands in quarantine with a person, and what comes behind it is answered (reliability F18, F19).</summary>
public sealed class PoisonTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Receive_PoisonAmongGoodOnes_LosesAndBlocksNothing()
    {
        var (count, seed) = (FuzzTests.Count(2_000) / 20, FuzzTests.Seed);
        var corpus = Parser.All[0].Corpus;
        await using var ops = await TestOps.StartAsync();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(new Mutator(unchecked(seed + i)).Mutate(corpus));
            if ((await ops.Ops.Inbox.ReceiveAsync([new InboundDelivery(i % 50 == 0 ? "somebody.else.v9" : InboundLine.Format, bytes, TestAgency.Shop)])).Single() == ReceiveResult.Stored)
            {
                taken.Add(Convert.ToHexString(bytes));
            }
        }

        var good = await ops.ReceiveAsync("Mein Rad ist kaputt.", id: "good");

        good.Responsible.Should().NotBeNull("what comes behind poison is attended to");
        (await ops.Ops.Work.QueryAsync(new(Kind: "inbox.process"))).Items.Should().BeEmpty("each was read to its end (seed {0})", seed);
        var quarantined = await OpenAsync(ops, IncidentKind.QuarantinedDelivery);
        quarantined.Should().OnlyContain(i => i.DueAt > i.OpenedAt && i.Summary.Length > 0);
        (await ops.Ops.Invariants.CheckAsync()).Violations.Should().BeEmpty("of seed {0}", seed);
        await ops.PassAsync(Duration.FromMinutes(5));
        (await OpenAsync(ops, IncidentKind.QuarantinedDelivery)).Should().OnlyContain(i => i.Responsible != null, "somebody has each");
        output.WriteLine($"poison: {count} deliveries, {taken.Count} taken, {quarantined.Count} in quarantine, {taken.Count - quarantined.Count} read, 0 lost (seed {seed})");
    }

    private static async Task<List<Incident>> OpenAsync(TestOps ops, IncidentKind kind)
    {
        var (all, next) = (new List<Incident>(), (string?)null);
        do
        {
            var page = await ops.Ops.Incidents.QueryOpenAsync(limit: 1_000, next: next);
            all.AddRange(page.Items.Where(i => i.Kind == kind));
            next = page.Next;
        }
        while (next is not null);
        return all;
    }
}
