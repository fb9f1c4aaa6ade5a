using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Incidents;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Tests.Work;

/// <summary>What this release does beside a later one on the same database, and after it has gone (reliability F29).</summary>
public sealed class LaterReleaseTests
{
    [Fact]
    public async Task Pump_RowsOfALaterReleaseThatNobodyTakes_AreAnIncidentThatClosesItself()
    {
        var known = new Known { Version = 1 };
        await using var ops = await StartAsync(known);
        await ScheduleAsync(ops, "left", payloadVersion: 2);

        await ops.PassAsync(Duration.FromMinutes(14));
        var soon = (await ops.Ops.Incidents.QueryOpenAsync()).Items;
        await ops.PassAsync(Duration.FromMinutes(3));

        soon.Should().BeEmpty("while both run, the later one takes them");
        var open = (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().ContainSingle().Subject;
        open.Kind.Should().Be(IncidentKind.LaterWork);
        open.Summary.Should().StartWith("1 row(s) were written by a later release and nobody takes them, the first since").And.Contain("known of left");
        ops.Desk.Told.Should().NotBeEmpty("people hear of it");
        (await ops.Ops.Work.QueryAsync(new(Kind: "known"))).Items.Should().ContainSingle("it waits").Which.Attempt.Should().Be(0);

        await DoAsTheLaterReleaseAsync(ops);
        await ops.PassAsync(Duration.FromMinutes(2));

        (await ops.Ops.Incidents.FindAsync(open.Id))!.Resolution.Should().Be("None is left.");
    }

    [Fact]
    public async Task Pump_RecordOfALaterRelease_HoldsUpItsRowAndNoOther()
    {
        var known = new Known();
        await using var ops = await StartAsync(known);
        known.Trouble = new StoreUnavailableException("case 'a' has body version 2; this release reads up to 1.") { IsOfALaterRelease = true };
        await ScheduleAsync(ops, "later");
        await ScheduleAsync(ops, "ours");

        await ops.DrainAsync();

        (await ops.Ops.Work.QueryAsync(new(Kind: "known"))).Items.Should().ContainSingle().Which.SubjectId.Should().Be("later");
        known.Done.Should().Equal("ours");
    }

    [Fact]
    public void FromRecord_LaterBody_SaysSo()
    {
        var record = IncidentRecords.Incidents.ToRecord(new() { Id = IncidentId.Of(IncidentKind.StuckWork, "a"), Kind = IncidentKind.StuckWork, SubjectId = "a", Summary = "b", OpenedAt = Instant.FromUtc(2026, 1, 5, 9, 0), DueAt = Instant.FromUtc(2026, 1, 5, 10, 0) });

        var read = () => IncidentRecords.Incidents.FromRecord(record with { BodyVersion = record.BodyVersion + 1 });

        read.Should().Throw<StoreUnavailableException>().WithMessage("*this release reads up to*Run the newer release.").Which.IsOfALaterRelease.Should().BeTrue();
    }

    private static Task<TestOps> StartAsync(Known known) => TestOps.StartAsync(extra: s => s.AddSingleton<IWorkHandler>(known));

    private static async Task ScheduleAsync(TestOps ops, string subject, int payloadVersion = 1)
        => await ops.Services.GetRequiredService<IStore>().WriteAsync(TenantId.Default, async t => await t.ScheduleAsync(new("known", subject, WorkClass.Normal, ops.Time.Now, subject, default, payloadVersion)), default);

    private static async Task DoAsTheLaterReleaseAsync(TestOps ops)
    {
        var queue = ops.Services.GetRequiredService<IWorkQueue>();
        var claim = await queue.ClaimAsync(new("later", ops.Time.Now, Duration.FromSeconds(30), 10, null, new Dictionary<string, int> { ["known"] = 2 }));
        await ops.Services.GetRequiredService<IStore>().WriteAsync(TenantId.Default, t => t.FinishAsync(claim.Items.Single().Lease, WorkOutcome.Done), default);
    }

    private sealed class Known : ITransactionalHandler
    {
        public List<string> Done { get; } = [];

        public Exception? Trouble { get; set; }

        public int Version { get; init; } = 1;

        public string Kind => "known";

        public int PayloadVersion => Version;

        public ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
        {
            if (work.SubjectId == "later" && Trouble is not null)
            {
                throw Trouble;
            }

            Done.Add(work.SubjectId);
            return new(WorkOutcome.Done);
        }
    }
}
