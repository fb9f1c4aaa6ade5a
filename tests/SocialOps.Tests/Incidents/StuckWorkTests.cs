using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Incidents;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Tests.Incidents;

public sealed class StuckWorkTests
{
    [Fact]
    public async Task Pump_RowFailsFiveTimes_IsAnIncidentThatClosesItselfWhenTheRowSucceeds()
    {
        var trouble = new Trouble();
        await using var ops = await TestOps.StartAsync(extra: s => s.AddSingleton<IWorkHandler>(trouble));
        var store = ops.Services.GetRequiredService<IStore>();
        await store.WriteAsync(TenantId.Default, async t => await t.ScheduleAsync(new("trouble", "s", WorkClass.Normal, ops.Time.Now, "s", default)), default);

        await ops.PassAsync(Duration.FromHours(2));
        var open = (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().ContainSingle().Subject;
        trouble.Lasts = false;
        await ops.PassAsync(Duration.FromHours(1));

        open.Kind.Should().Be(IncidentKind.StuckWork);
        open.Summary.Should().Contain("InvalidOperationException; work row");
        ops.Sink.Rings.Should().Contain(r => r.Contains("InvalidOperationException; work row", StringComparison.Ordinal), "the way to people may be what fails");
        (await ops.Ops.Incidents.FindAsync(open.Id))!.Resolution.Should().Be("It has succeeded.");
    }

    [Fact]
    public async Task Close_ByAPerson_EndsTheIncidentOnceWithTheirWords()
    {
        await using var ops = await TestOps.StartAsync(extra: s => s.AddSingleton<IWorkHandler>(new Trouble()));
        var store = ops.Services.GetRequiredService<IStore>();
        await store.WriteAsync(TenantId.Default, async t => await t.ScheduleAsync(new("trouble", "s", WorkClass.Normal, ops.Time.Now, "s", default)), default);
        await ops.PassAsync(Duration.FromHours(2));
        var open = (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().ContainSingle().Subject;

        await ops.Ops.Incidents.CloseAsync(open.Id, TestOps.Ada, "Seen; it waits for the network.");

        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().BeEmpty();
        (await ops.Ops.Incidents.FindAsync(open.Id))!.Resolution.Should().Be("Seen; it waits for the network.");
        await FluentActions.Awaiting(() => ops.Ops.Incidents.CloseAsync(open.Id, TestOps.Ada, "again").AsTask()).Should().ThrowAsync<InvalidTransitionException>();
    }

    private sealed class Trouble : ITransactionalHandler
    {
        public bool Lasts { get; set; } = true;

        public string Kind => "trouble";

        public ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
            => Lasts ? throw new InvalidOperationException("the cause") : new(WorkOutcome.Done);
    }
}
