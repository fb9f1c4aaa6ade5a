using NodaTime;
using SocialOps.Definitions;
using SocialOps.Inbox;

namespace SocialOps.Tests.Privacy;

/// <summary>What customers wrote is kept as long as the agency says, and no longer.</summary>
public sealed class RetentionTests
{
    [Fact]
    [Requirement("2.20")]
    public async Task Sweep_DeliveriesAfterThirtyDays_AreRemovedAndTheItemStays()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Danke!");

        await ops.PassAsync(Duration.FromDays(29));
        var before = await DeliveriesAsync(ops);
        await ops.PassAsync(Duration.FromDays(2));

        (before, await DeliveriesAsync(ops)).Should().Be((1, 0));
        (await ops.Ops.Inbox.FindItemAsync(opened.Item))!.Text.Should().Be("Danke!");
        (await ops.Ops.Invariants.CheckAsync()).Violations.Should().BeEmpty();
    }

    [Fact]
    [Requirement("2.20")]
    public async Task Sweep_ItemsOfCasesThatClosedLongAgo_AreErasedAndOpenOnesStay()
    {
        await using var ops = await TestOps.StartAsync(Keeping(1, 3));
        var closed = await ops.ReceiveAsync("Danke!");
        var open = await ops.ReceiveAsync("Alles kaputt", author: "berta");

        await ops.PassAsync(Duration.FromDays(2));
        var before = await ops.Ops.Inbox.FindItemAsync(closed.Item);
        await ops.PassAsync(Duration.FromDays(3));

        before!.Author.Should().Be("anke");
        (await ops.Ops.Inbox.FindItemAsync(closed.Item)).Should().BeNull();
        (await ops.CaseAsync(closed.Id)).Should().BeEquivalentTo(new { Author = "", CloseReason = CloseReason.Settled });
        (await ops.Ops.Inbox.FindItemAsync(open.Item))!.Author.Should().Be("berta");
        (await ops.Ops.Invariants.CheckAsync()).Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Sweep_MoreThanABatch_RemovesAllOnTheSameDay()
    {
        await using var ops = await TestOps.StartAsync(Keeping(1, 1));
        for (var i = 0; i < 120; i++)
        {
            await ops.ReceiveAsync("Danke!", author: $"author {i}");
        }

        await ops.PassAsync(Duration.FromDays(3));

        (await DeliveriesAsync(ops)).Should().Be(0);
        (await ops.Ops.Inbox.QueryClientAsync(TestAgency.Shop, 1_000)).Items.Should().HaveCount(120).And.OnlyContain(i => i.ErasedAt != null);
    }

    [Fact]
    public async Task Sweep_UnderALegalHold_KeepsItsDeliveriesAndItems()
    {
        await using var ops = await TestOps.StartAsync(Keeping(1, 1));
        var opened = await ops.ReceiveAsync("Danke!");
        await ops.Ops.Customers.Holds.PlaceAsync(opened.Id, TestOps.Ada, "Claim 7 O 12/26", TestAgency.Friday + Duration.FromDays(5));

        await ops.PassAsync(Duration.FromDays(4));
        var (deliveries, item) = (await DeliveriesAsync(ops), await ops.Ops.Inbox.FindItemAsync(opened.Item));
        await ops.PassAsync(Duration.FromDays(3));

        (deliveries, item!.Author).Should().Be((1, "anke"));
        (await DeliveriesAsync(ops), await ops.Ops.Inbox.FindItemAsync(opened.Item)).Should().Be((0, null));
    }

    [Fact]
    [Requirement("2.20")]
    public async Task Withdrawn_WithinADay_IsErasedEvenWhereTheCaseGoesOn()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt", id: "1", thread: "t");
        await ops.ReceiveAsync("Bei mir auch kaputt", thread: "t", author: "berta");
        await WithdrawAsync(ops, "1");
        var shown = await ops.Ops.Inbox.FindItemAsync(opened.Item);

        await ops.PassAsync(Duration.FromDays(1));

        shown!.Text.Should().Be("Alles kaputt");
        (await ops.Ops.Inbox.FindItemAsync(opened.Item)).Should().BeNull();
        (await ops.CaseAsync(opened.Id)).Should().BeEquivalentTo(new { Author = "berta", ClosedAt = (Instant?)null });
    }

    [Fact]
    public async Task Withdrawn_UnderALegalHold_IsErasedAtItsEnd()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt", id: "1");
        await ops.Ops.Customers.Holds.PlaceAsync(opened.Id, TestOps.Ada, "Claim 7 O 12/26", TestAgency.Friday + Duration.FromDays(5));
        await WithdrawAsync(ops, "1");

        await ops.PassAsync(Duration.FromDays(4));
        var held = await ops.Ops.Inbox.FindItemAsync(opened.Item);
        await ops.PassAsync(Duration.FromDays(2));

        held!.Text.Should().Be("Alles kaputt");
        (await ops.Ops.Inbox.FindItemAsync(opened.Item)).Should().BeNull();
    }

    [Theory]
    [InlineData(0, 365)]
    [InlineData(30, 3_654)]
    public void Validate_DaysOutOfBounds_AreRefused(int deliveries, int items)
        => AgencyValidation.Validate(Keeping(deliveries, items)).Should().Contain(f => f.Severity == FindingSeverity.Error && f.Path.StartsWith("retention.", StringComparison.Ordinal));

    private static AgencyDefinition Keeping(int deliveries, int items) => TestAgency.Create() with { Retention = new() { DeliveryDays = deliveries, ItemDays = items } };

    private static async Task WithdrawAsync(TestOps ops, string id)
        => await ops.ReceiveRawAsync(System.Text.Encoding.UTF8.GetBytes($$"""{"network":"x","id":"{{id}}","at":"2026-06-12T14:00:00Z","deletedAt":"2026-06-12T14:00:00Z"}"""));

    private static async Task<int> DeliveriesAsync(TestOps ops)
        => (await ErasureTests.RowsAsync(ops)).Count(r => r.StartsWith("inbound-raw ", StringComparison.Ordinal));
}
