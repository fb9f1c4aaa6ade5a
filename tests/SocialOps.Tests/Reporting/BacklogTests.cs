using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Inbox;
using SocialOps.Reporting;
using SocialOps.Storage;

namespace SocialOps.Tests.Reporting;

public sealed class BacklogTests
{
    [Fact]
    public async Task Read_UnfinishedThingsOfEachKind_CountsThemAndKeepsTheOldest()
    {
        await using var ops = await TestOps.StartAsync();
        ops.Network.Capabilities = ops.Network.Capabilities with { Lookup = PublishLookup.None };
        ops.Network.Fault = _ => (true, new PublishResult.OutcomeUnknown("cut"));
        await ops.ReceiveAsync("danke!");
        await ops.PassAsync(Duration.FromMinutes(1));
        await ops.ReceiveAsync("Der Rahmen ist kaputt!");
        await ops.ReceiveAsync("Alles kaputt!");
        await ops.ReceiveRawAsync("no JSON"u8.ToArray());
        await ops.Ops.Inbox.ReceiveAsync([new(InboundLine.Format, "not read yet"u8.ToArray())]);

        var backlog = await ops.Ops.Backlog.ReadAsync(1);

        backlog[BacklogKind.Due].Should().BeEquivalentTo(new { Count = 1L });
        backlog[BacklogKind.Due].Oldest[0].What.Should().Be("inbox.process");
        backlog[BacklogKind.NeedsHuman].Count.Should().Be(1);
        backlog[BacklogKind.NeedsHuman].Oldest[0].What.Should().Be("x, 1 attempt(s): cut");
        backlog[BacklogKind.Quarantined].Count.Should().Be(1);
        backlog[BacklogKind.OpenCases].Count.Should().Be(3);
        backlog[BacklogKind.OpenCases].Oldest.Should().ContainSingle().Which.What.Should().StartWith("Praise");
        backlog[BacklogKind.Later].Count.Should().BePositive();
        backlog[BacklogKind.Incidents].Count.Should().Be(2);
        backlog[BacklogKind.Unattended].Count.Should().Be(0);
    }

    [Fact]
    public async Task Read_NobodyIsResponsible_IsUnattended()
    {
        await using var ops = await TestOps.StartAsync();
        var complaint = await ops.ReceiveAsync("Der Rahmen ist kaputt!");
        await ops.Services.GetRequiredService<IStore>().WriteAsync(TenantId.Default, async t => await t.PutAsync(InboxRecords.Cases, complaint with { Responsible = null }, (await t.GetAsync(InboxRecords.Cases, complaint.Id.Value)).Version), default);

        var backlog = await ops.Ops.Backlog.ReadAsync();

        backlog[BacklogKind.Unattended].Oldest.Should().ContainSingle().Which.SubjectId.Should().Be(complaint.Id.Value);
    }
}
