using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.DependencyInjection;
using SocialOps.Storage;
using SocialOps.Storage.InMemory;
using SocialOps.Work;

namespace SocialOps.Tests.Work;

public sealed class EngineGateTests
{
    [Fact]
    public async Task Pump_ClockJumpsAhead_SendsNothingUntilItWasSteadyForAMinute()
    {
        await using var ops = await TestOps.StartAsync();
        var open = await ops.ReceiveAsync("Alles kaputt");
        ops.Time.JumpWall(Duration.FromHours(2));
        await ops.Ops.Cases.ReplyAsync(open.Id, TestOps.Ada, "Das tut uns leid.");

        await ops.DrainAsync();
        var atOnce = ops.Network.Requests;
        await ops.PassAsync(Duration.FromSeconds(61));

        (atOnce, ops.Network.Requests).Should().Be((0, 1));
        ops.Desk.Told.Should().NotBeEmpty("people are told all the same");
    }

    [Fact]
    public async Task ConfirmClock_AfterAJump_LetsItGoOnAtOnce()
    {
        await using var ops = await TestOps.StartAsync();
        var engine = ops.Services.GetRequiredService<ISocialOps>().Engine;
        ops.Time.JumpWall(Duration.FromDays(1));
        var suspect = (await engine.GetStatusAsync()).ClockIsSuspect;

        engine.ConfirmClock();

        (suspect, (await engine.GetStatusAsync()).ClockIsSuspect).Should().Be((true, false));
    }

    [Fact]
    public async Task Clock_JumpsWhileItIsSuspect_WaitsAnew()
    {
        await using var ops = await TestOps.StartAsync();
        var engine = ops.Services.GetRequiredService<ISocialOps>().Engine;
        ops.Time.JumpWall(Duration.FromHours(1));
        await engine.GetStatusAsync();
        ops.Time.Advance(Duration.FromSeconds(40));
        ops.Time.JumpWall(Duration.FromHours(1));
        await engine.GetStatusAsync();
        ops.Time.Advance(Duration.FromSeconds(40));

        (await engine.GetStatusAsync()).ClockIsSuspect.Should().BeTrue();
    }

    [Fact]
    public async Task Start_CopyUnderAnotherName_SendsNothingUntilItIsConfirmed()
    {
        using var store = new InMemoryStore(TimeProvider.System);
        await using var production = Build(store, "Production");
        await production.GetRequiredService<SocialOpsStart>().RunAsync();
        await store.WriteAsync(TenantId.Default, async t => await t.ScheduleAsync(new("notify", "ada/urgent", WorkClass.Urgent, Instant.MinValue, "k", "{}"u8.ToArray())), default);

        await using var test = Build(store, "Staging");
        await test.GetRequiredService<SocialOpsStart>().RunAsync();
        var engine = test.GetRequiredService<ISocialOps>().Engine;
        var pump = test.GetRequiredService<IWorkPump>();
        var before = (await engine.GetStatusAsync(), (await pump.RunOnceAsync()).Handled);
        await engine.ConfirmEnvironmentAsync(TestOps.Ada);
        var after = (await pump.RunOnceAsync()).Handled;

        before.Item1.Should().Be(new EngineStatus("Staging", "Production", true, false));
        (before.Handled, after).Should().Be((0, 1));
        (await engine.GetStatusAsync()).DatabaseEnvironment.Should().Be("Staging");
    }

    [Fact]
    public async Task Start_SameNameAgain_IsNotForeign()
    {
        using var store = new InMemoryStore(TimeProvider.System);
        await using var first = Build(store, "Production");
        await first.GetRequiredService<SocialOpsStart>().RunAsync();

        await using var second = Build(store, "production");
        await second.GetRequiredService<SocialOpsStart>().RunAsync();

        (await second.GetRequiredService<ISocialOps>().Engine.GetStatusAsync()).IsForeign.Should().BeFalse();
    }

    [Fact]
    public async Task Start_AgencyLacksWhatAnOpenCaseNeeds_GoesOnWithTheOldOneAndTellsPeople()
    {
        await using var ops = await TestOps.StartAsync(extra: s => s.AddSocialOps(o => o.AddAgency(_ => TestAgency.Create() with { Clients = [TestAgency.Create().Clients[1]] })));
        await ops.ReceiveAsync("Alles kaputt");

        await ops.Services.GetRequiredService<SocialOpsStart>().RunAsync();
        await ops.DrainAsync();

        (await ops.Ops.Agency.FindCurrentAsync())!.Definition.Clients.Should().HaveCount(2);
        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().ContainSingle().Which.Kind.Should().Be(SocialOps.Incidents.IncidentKind.RefusedAgency);
    }

    private static ServiceProvider Build(InMemoryStore store, string environment)
        => new ServiceCollection().AddSocialOps(o => o.UseStore(_ => store).UseEnvironment(environment)).BuildServiceProvider();
}
