using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Tests.Work;

public sealed class WorkPumpTests
{
    [Fact]
    public async Task RunOnce_FailingRowAmongGoodOnes_StopsNoneOfThem()
    {
        var handler = new Scripted(id => id == "2");
        await using var ops = await StartAsync(handler);
        await ScheduleAsync(ops, "1", "2", "3");

        await ops.DrainAsync();

        handler.Done.Distinct().Should().Equal("1", "3");
        (await ops.Ops.Work.QueryAsync(new(Kind: "scripted"))).Items.Should().ContainSingle().Which.LastError.Should().MatchRegex(@"^System\.InvalidOperationException, at \S.*\)$", "the message is somebody else's");
    }

    [Fact]
    public async Task RunOnce_FailingForEver_IsNeverGivenUpAndRingsTheBell()
    {
        await using var ops = await StartAsync(new Scripted(_ => true));
        await ScheduleAsync(ops, "1");

        await ops.PassAsync(Duration.FromHours(2));

        (await ops.Ops.Work.QueryAsync(new(Kind: "scripted"))).Items.Should().ContainSingle().Which.Attempt.Should().BeGreaterThan(5);
        ops.Sink.Rings[0].Should().Match("scripted has failed 5 times and is tried again: InvalidOperationException; work row * tells where.");
    }

    [Fact]
    public async Task RunOnce_NothingDue_TellsWhenTheNextRowIs()
    {
        await using var ops = await StartAsync(new Scripted(_ => false));
        var store = ops.Services.GetRequiredService<IStore>();
        await store.WriteAsync(TenantId.Default, async t => await t.ScheduleAsync(Row("later", TestAgency.Friday + Duration.FromHours(2))), default);

        (await ops.Pump.RunOnceAsync()).Should().Be(new PumpTurn(0, TestAgency.Friday + Duration.FromHours(2)));
    }

    [Fact]
    public async Task RunOnce_KindThatNobodyHandles_IsLeftForOthers()
    {
        await using var ops = await TestOps.StartAsync();
        await ScheduleAsync(ops, "1");

        var turn = await ops.Pump.RunOnceAsync();

        turn.Handled.Should().Be(0);
        (await ops.Ops.Work.QueryAsync(new(Kind: "scripted"))).Items.Single().Fence.Should().Be(0);
    }

    [Fact]
    public async Task RunOnce_CallThatHangs_EndsWithTheLeaseOnTheHostsTime()
    {
        await using var ops = await StartAsync(new Hanging());
        var store = ops.Services.GetRequiredService<IStore>();
        await store.WriteAsync(TenantId.Default, async t => await t.ScheduleAsync(Row("1", TestAgency.Friday) with { Kind = "hanging" }), default);
        var turn = ops.Pump.RunOnceAsync().AsTask();

        ops.Time.Advance(Duration.FromSeconds(24));
        turn.IsCompleted.Should().BeFalse();
        ops.Time.Advance(Duration.FromSeconds(1));

        await turn.WaitAsync(TimeSpan.FromSeconds(10));
        (await ops.Ops.Work.QueryAsync(new(Kind: "hanging"))).Items.Should().ContainSingle().Which.LastError.Should().StartWith("System.Threading.Tasks.TaskCanceledException");
    }

    private static Task<TestOps> StartAsync(IWorkHandler handler) => TestOps.StartAsync(extra: services => services.AddSingleton(handler));

    private static async Task ScheduleAsync(TestOps ops, params string[] ids)
    {
        var store = ops.Services.GetRequiredService<IStore>();
        await store.WriteAsync(TenantId.Default, async t =>
        {
            foreach (var id in ids)
            {
                await t.ScheduleAsync(Row(id, TestAgency.Friday));
            }
        }, default);
    }

    private static WorkDraft Row(string id, Instant dueAt) => new("scripted", id, WorkClass.Normal, dueAt, id, default);

    private sealed class Hanging : IExternalHandler
    {
        public string Kind => "hanging";

        public async ValueTask HandleAsync(ExternalWork work, CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, work.Deadline);
    }

    private sealed class Scripted(Func<string, bool> fails) : ITransactionalHandler
    {
        public List<string> Done { get; } = [];

        public string Kind => "scripted";

        public ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
        {
            if (fails(work.SubjectId))
            {
                throw new InvalidOperationException("planted");
            }

            Done.Add(work.SubjectId);
            return new(WorkOutcome.Done);
        }
    }
}
