using SocialOps.FakeNetwork;
using SocialOps.KillWorker;

namespace SocialOps.Reliability.Tests.Kills;

/// <summary>
/// One database and its life: workers are started, fed and killed some dozens of times, at random moments and at named failpoints, while time jumps and the network
/// misbehaves. Then what is left is done in peace, and the whole is checked.
/// </summary>
internal sealed class History(StorePlace place, FakeNetworkProcess network, SharedClock clock, string clockPath, string folder, Random random, int workers, string? bug = null)
{
    private static readonly string[] Failpoints =
    [
        "open.before", "open.after", "claim.before", "claim.after", "put.before", "put.after", "schedule.after", "append.after", "finish.before", "finish.after", "commit.before", "commit.after",
        "send.before", "send.after", "look.before", "look.after", "notify", "acknowledge.before", "acknowledge.after",
    ];

    private static readonly TimeSpan[] Jumps = [TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(25), TimeSpan.FromHours(3)];

    private readonly Feedstock _feedstock = new(random);
    private readonly LeaseTime _time = new(place, clock);
    private readonly List<string> _broken = [];

    public int AtFailpoints { get; private set; }

    public int Pauses { get; private set; }

    public int Deliveries => _feedstock.All.Count;

    /// <returns>What does not hold.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(int kills)
    {
        await network.BeginAsync(folder);
        await network.MisbehaveAsync(0.35);
        await KillAsync(kills);
        await network.MisbehaveAsync(0);
        await using var peace = await Peace.OpenAsync(place, network, _time);
        _broken.AddRange(await peace.RestAsync());
        _broken.AddRange(await new HistoryChecker(peace, _feedstock, Journal.Read(folder)).BrokenAsync());
        return _broken;
    }

    private async Task KillAsync(int kills)
    {
        var slots = new Worker?[workers];
        try
        {
            for (var done = 0; done < kills; done++)
            {
                await network.DeliverAsync(_feedstock.Next(random.Next(2, 7), clock.GetUtcNow()));
                for (var i = 0; i < Math.Min(workers, kills - done); i++)
                {
                    slots[i] ??= Start();
                }

                var slot = random.Next(Math.Min(workers, kills - done));
                await BesideAPausedOneAsync(slots[(slot + 1) % workers], () => LiveAsync(slots[slot]!), slots[slot]!);
                await EndAsync(slots[slot]!);
                slots[slot] = null;
            }
        }
        finally
        {
            foreach (var worker in slots.OfType<Worker>())
            {
                worker.Kill();
                worker.Dispose();
            }
        }
    }

    public Task DropAsync() => _time.DropAsync();

    private Worker Start()
        => Worker.Start(place, network.Port, clockPath, random.Next(3) > 0 ? $"{Failpoints[random.Next(Failpoints.Length)]}:{1 + random.Next(random.Next(2) == 0 ? 3 : 15)}" : null, bug);

    /// <summary>Now and then the other worker stands still meanwhile: its leases run out, its rows are taken by others, and then it goes on.</summary>
    private async Task BesideAPausedOneAsync(Worker? other, Func<Task> live, Worker worker)
    {
        if (other is not { HasStarted: true, HasEnded: false } || other == worker || random.Next(3) == 0)
        {
            await live();
            return;
        }

        other.Pause();
        Pauses++;
        await live();
        other.Continue();
    }

    /// <summary>
    /// Every seventh worker is killed while it starts. The others live until their failpoint, or for some leaps of time; one that never comes to its failpoint is
    /// killed after a second all the same.
    /// </summary>
    private async Task LiveAsync(Worker worker)
    {
        if (random.Next(7) == 0)
        {
            await worker.EndsWithinAsync(TimeSpan.FromMilliseconds(random.Next(400)));
            return;
        }

        await worker.ReadyAsync();
        for (var leaps = worker.HasFailpoint ? 20 : random.Next(1, 10); leaps > 0 && !await worker.EndsWithinAsync(TimeSpan.FromMilliseconds(random.Next(5, 95))); leaps--)
        {
            await _time.PassAsync(Jumps[random.Next(Jumps.Length)]);
        }
    }

    private async Task EndAsync(Worker worker)
    {
        AtFailpoints += worker.HasEnded ? 1 : 0;
        if (worker.Kill() is { } wrong)
        {
            _broken.Add(wrong);
        }

        await _time.RunOutAsync(worker.Id);
        worker.Dispose();
    }
}
