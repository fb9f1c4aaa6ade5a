using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.DependencyInjection;
using SocialOps.Inbox;
using SocialOps.Tests;
using SocialOps.Work;

namespace SocialOps.Sqlite.Tests.Clocks;

/// <summary>A database over some jumps of the system clock and some starts: comments come in, replies go out, and what the library promises of time is looked at after each jump (reliability F4, F5).</summary>
internal sealed class ClockRun(string file, string clock, Random random)
{
    private const int Jumps = 10;
    private readonly FakeNetwork _network = new();
    private ServiceProvider _services = null!;
    private double _offset;
    private int _items;

    public int Back { get; private set; }

    public int Ahead { get; private set; }

    public int Starts { get; private set; }

    public int Sent => _network.Requests;

    private ISocialOps All => _services.GetRequiredService<ISocialOps>();

    private TenantServices Ops => All.Default;

    public async Task RunAsync()
    {
        SetOffset(0);
        await StartAsync();
        for (var jump = 0; jump < Jumps; jump++)
        {
            var by = random.Next(4) switch { 0 => random.Next(-86_400, 0), 1 => random.Next(600, 400 * 86_400), 2 => random.Next(-200, 200), _ => random.Next(-86_400, 90 * 86_400) };
            if (random.Next(4) == 0)
            {
                await _services.DisposeAsync();
                SetOffset(_offset + by);
                await StartAsync();
            }
            else
            {
                SetOffset(_offset + by);
                await LookAsync();
            }
        }

        await _services.DisposeAsync();
    }

    public override string ToString() => $"{Back} jumps back, {Ahead} ahead, {Starts} starts, {_items} items, offset {_offset} s";

    private async Task StartAsync()
    {
        Starts++;
#pragma warning disable RS0030 // The real clock, which jumps.
        _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSocialOps(ops => ops.UseSqlite($"Data Source={file}").AddAgency(_ => TestAgency.Create()).AddConnector(_ => _network).AddNotificationChannel(_ => new FakeDesk())).BuildServiceProvider();
#pragma warning restore RS0030
        await _services.GetRequiredService<SocialOpsStart>().RunAsync();
        await LookAsync();
    }

    /// <summary>Somebody writes and is answered; and the promises hold.</summary>
    private async Task LookAsync()
    {
        var before = await LatestAsync();
        var id = $"item-{++_items}";
        await Ops.Inbox.ReceiveAsync([new InboundDelivery(InboundLine.Format, System.Text.Encoding.UTF8.GetBytes($$"""{"network":"x","id":"{{id}}","at":"2026-06-12T14:00:00Z","author":"anke","text":"Mein Rad ist kaputt, Nr. {{id}}."}"""), TestAgency.Shop)]);
        var isSuspect = (await All.Engine.GetStatusAsync()).ClockIsSuspect;
        await DrainAsync();
        var item = await Ops.Inbox.FindItemAsync($"{TestAgency.Shop}/x/{id}");
        Expect(item is not null, "an item is read, however the clock stands");
        await Ops.Cases.ReplyAsync(item!.Case, TestOps.Ada, $"Das tut uns leid ({id}).");
        var sent = Sent;
        await DrainAsync();
        if (isSuspect)
        {
            Ahead++;
            Expect(Sent == sent, "nothing is sent while the clock is suspect");
            All.Engine.ConfirmClock();
            await DrainAsync();
        }

        Expect(Sent == sent + 1, $"the reply is sent once, at once: {Sent - sent} times");
        var latest = await LatestAsync();
        Expect(latest >= before, $"time never goes back: {before} {latest}");
        Expect(!(await Ops.Invariants.CheckAsync()).Violations.Any(), "the invariants hold");
    }

    private void SetOffset(double offset)
    {
        Back += offset < _offset ? 1 : 0;
        _offset = offset;
        File.WriteAllText(clock, string.Create(CultureInfo.InvariantCulture, $"{offset:+0;-0;+0}"));
    }

    private async Task<Instant> LatestAsync() => await Ops.Audit.FindHighWaterMarkAsync() ?? Instant.MinValue;

    private async Task DrainAsync()
    {
        while ((await _services.GetRequiredService<IWorkPump>().RunOnceAsync()).Handled > 0)
        {
        }
    }

    private static void Expect(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Broken: {what}.");
        }
    }
}
