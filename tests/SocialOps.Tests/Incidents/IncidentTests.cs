using NodaTime;
using SocialOps.Incidents;
using SocialOps.People;

namespace SocialOps.Tests.Incidents;

public sealed class IncidentTests
{
    private static readonly ReadOnlyMemory<byte> Poison = "not json"u8.ToArray();

    [Fact]
    public async Task Quarantine_UnreadableDelivery_IsAnIncidentOfWhoeverIsOnDuty()
    {
        await using var ops = await TestOps.StartAsync();

        await ops.ReceiveRawAsync(Poison);

        var incident = (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().ContainSingle().Subject;
        incident.Kind.Should().Be(IncidentKind.QuarantinedDelivery);
        incident.Responsible.Should().Be(new Recipient.OfAgency(new("ada")));
        incident.DueAt.Should().Be(TestAgency.Friday + Duration.FromHours(1));
        ops.Desk.Told.Should().Contain(t => t.IsUrgent && t.Notices.Any(n => n.Text.Contains("cannot be read", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Step_NobodyActs_ClimbsForEver()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveRawAsync(Poison);

        await ops.PassAsync(Duration.FromDays(3));
        var told = ops.Desk.Told.Count;
        await ops.PassAsync(Duration.FromHours(8));

        ops.Desk.Told.Count.Should().BeGreaterThan(told);
        ops.Desk.Names.Distinct().Should().HaveCountGreaterThan(1, "after the first person come the others");
    }

    [Fact]
    public async Task Claim_NothingFollows_TheClimbBeginsAnewAtTheDeadline()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveRawAsync(Poison);
        var incident = await OnlyAsync(ops);

        await ops.Ops.Incidents.ClaimAsync(incident.Id, TestOps.Ada);
        await ops.PassAsync(Duration.FromMinutes(59));
        var quiet = ops.Desk.Told.Count;
        await ops.PassAsync(Duration.FromMinutes(2));

        ops.Desk.Told.Count.Should().BeGreaterThan(quiet);
        (await ops.Ops.Audit.QueryAsync(new(incident.Id.Value))).Items.Select(e => e.Action).Should().Contain("incident.overdue");
    }

    [Fact]
    public async Task Claim_ByAProgram_IsRefused()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveRawAsync(Poison);
        var incident = await OnlyAsync(ops);

        var claim = () => ops.Ops.Incidents.ClaimAsync(incident.Id, Actor.Service("bot", "test")).AsTask();

        (await claim.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*no person of the agency*");
    }

    [Fact]
    public async Task Discard_WithAReason_ClosesTheIncidentAndKeepsTheBytes()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveRawAsync(Poison);
        var delivery = (await ops.Ops.Inbox.QueryQuarantineAsync()).Items.Single();

        await ops.Ops.Inbox.DiscardQuarantinedAsync(delivery.Id, TestOps.Ada, "a test of the network's own");
        await ops.PassAsync(Duration.FromDays(1));

        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().BeEmpty();
        (await ops.Ops.Inbox.QueryQuarantineAsync()).Items.Should().BeEmpty();
        var closed = await ops.Ops.Incidents.FindAsync(IncidentId.Of(IncidentKind.QuarantinedDelivery, delivery.Id));
        closed!.Resolution.Should().Be("Discarded: a test of the network's own");
    }

    [Fact]
    public async Task Retry_AfterTheCauseWasPutRight_OpensTheCaseAndClosesTheIncident()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveRawAsync("""{"network":"x","id":"9","at":"2026-06-12T14:00:00Z","author":"a","text":"kaputt","account":"shop-new"}"""u8.ToArray());
        var agency = TestAgency.Create();
        var shop = agency.Clients[0];
        await ops.Ops.Agency.ApplyAsync(agency with { Clients = [shop with { Accounts = [.. shop.Accounts, new(new("shop-new"), "x", "@shopnew")] }, .. agency.Clients.Skip(1)] }, TestOps.Ada);

        var count = await ops.Ops.Inbox.RetryQuarantineAsync(TestOps.Ada);
        await ops.DrainAsync();

        count.Should().Be(1);
        (await ops.Ops.Inbox.QueryQuarantineAsync()).Items.Should().BeEmpty();
        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().BeEmpty();
        (await ops.Ops.Cases.QueryOpenAsync()).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task Retry_CauseIsStillThere_StaysInQuarantineUnderTheSameIncident()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveRawAsync(Poison);

        await ops.Ops.Inbox.RetryQuarantineAsync(TestOps.Ada);
        await ops.DrainAsync();

        (await ops.Ops.Inbox.QueryQuarantineAsync()).Items.Should().ContainSingle();
        (await ops.Ops.Incidents.QueryOpenAsync()).Items.Should().ContainSingle();
    }

    private static async Task<Incident> OnlyAsync(TestOps ops) => (await ops.Ops.Incidents.QueryOpenAsync()).Items.Single();
}
