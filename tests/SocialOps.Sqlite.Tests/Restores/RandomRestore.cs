using NodaTime;
using SocialOps.Channels;
using SocialOps.Tests;

namespace SocialOps.Sqlite.Tests.Restores;

/// <summary>Some hours with comments and replies, doubtful sends and holds; a backup somewhere, the database's loss somewhere later; and what the network has in the end.</summary>
internal static class RandomRestore
{
    public static async Task<RestoreCounts> RunAsync(int seed, bool withJournal)
    {
        using var folder = new TempFolder();
        var (random, database) = (new Random(seed), new RestoredOps(folder, withJournal));
        var ops = await database.StartAsync();
        ops.Network.Fault = _ => random.Next(8) switch
        {
            0 => (true, new PublishResult.OutcomeUnknown("timeout")),
            1 => (false, new PublishResult.OutcomeUnknown("timeout")),
            2 => (false, new PublishResult.NotSent("busy", Duration.FromMinutes(random.Next(1, 90)))),
            _ => (true, null),
        };
        var (steps, backup) = (random.Next(8, 20), random.Next(1, 6));
        for (var step = 0; step < steps; step++)
        {
            await StepAsync(ops, random);
            if (step == backup)
            {
                database.Backup();
            }

            await ops.PassAsync(Duration.FromSeconds(random.Next(3600)));
        }

        ops = await database.RestoreAsync(ops);
        await ops.PassAsync(Duration.FromDays(1));
        var report = await ops.Ops.Invariants.CheckAsync();
        report.Violations.Should().BeEmpty("of seed {0}", seed);
        var posts = ops.Network.Posts.GroupBy(p => p.IdempotencyKey).ToList();
        await ops.DisposeAsync();
        return new() { Restores = 1, Posts = posts.Count, Doubled = posts.Count(p => p.Count() > 1) };
    }

    private static async Task StepAsync(TestOps ops, Random random)
    {
        await ops.ReceiveAsync("Mein Rad ist kaputt.", id: $"i-{random.Next()}", author: $"a{random.Next(5)}");
        var open = (await ops.Ops.Cases.QueryOpenAsync()).Items;
        var one = open[random.Next(open.Count)];
        try
        {
            // Not drained: it waits to be sent.
            await ops.Ops.Cases.ReplyAsync(one.Id, TestOps.Ada, $"Das tut uns leid ({random.Next()}).");
        }
        catch (InvalidTransitionException)
        {
            // Somebody answers it already.
        }
    }
}

/// <summary>What random restores were.</summary>
internal sealed class RestoreCounts
{
    public int Restores { get; set; }

    public int Posts { get; set; }

    public int Doubled { get; set; }

    public void Add(RestoreCounts other) => (Restores, Posts, Doubled) = (Restores + other.Restores, Posts + other.Posts, Doubled + other.Doubled);

    public override string ToString() => $"{Restores}, posts {Posts}, doubled {Doubled}";
}
