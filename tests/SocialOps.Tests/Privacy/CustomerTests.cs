using NodaTime;
using SocialOps.Channels;
using SocialOps.Inbox;
using SocialOps.Privacy;

namespace SocialOps.Tests.Privacy;

/// <summary>What is known of somebody who writes to a client.</summary>
public sealed class CustomerTests
{
    private static readonly CustomerHandle Anke = new(TestAgency.Shop, "x", "anke");
    private static readonly CustomerHandle AnkeM = new(TestAgency.Shop, "facebook", "Anke M.");

    [Fact]
    [Requirement("2.20")]
    public async Task QueryHistory_TwoLinkedHandles_IsOneHistoryInTheOrderOfArrival()
    {
        await using var ops = await TestOps.StartAsync();
        var complaint = await ops.ReceiveAsync("Alles kaputt", id: "1");
        await ops.PassAsync(Duration.FromMinutes(1));
        await ops.ReceiveAsync("Wann gibt es Ersatz?", id: "2", author: "Anke M.", network: "facebook");
        await ops.PassAsync(Duration.FromMinutes(1));
        await ops.ReceiveAsync("Danke!", id: "3", author: "@ANKE");
        await ops.ReceiveAsync("Danke!", id: "4", author: "somebody else");
        await ops.Ops.Cases.ReplyAsync(complaint.Id, TestOps.Ada);
        await ops.DrainAsync();
        await ops.Ops.Customers.LinkAsync(Anke, AnkeM, TestOps.Ada);

        var history = (await ops.Ops.Customers.QueryHistoryAsync(AnkeM)).Items;

        history.Select(c => c.Item.ExternalId).Should().Equal("1", "2", "3");
        history[0].Case.Id.Should().Be(complaint.Id);
        history[0].Answers.Should().ContainSingle().Which.Text.Should().Be("Das tut uns leid.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task QueryHistory_PageByPage_LeavesNothingOutAndSaysNothingTwice(int limit)
    {
        await using var ops = await TestOps.StartAsync();
        await ops.Ops.Customers.LinkAsync(Anke, AnkeM, TestOps.Ada);
        for (var i = 0; i < 7; i++)
        {
            await ops.ReceiveAsync("Hallo", id: $"{i}", author: i % 3 == 0 ? "anke" : "Anke M.", network: i % 3 == 0 ? "x" : "facebook");
            ops.Time.SetUtcNow(ops.Time.Now + Duration.FromMinutes(i % 2));
        }

        var (seen, next) = (new List<InboundItem>(), (string?)null);
        do
        {
            var page = await ops.Ops.Customers.QueryHistoryAsync(Anke, limit, next);
            seen.AddRange(page.Items.Select(c => c.Item));
            next = page.Next;
        }
        while (next is not null);

        seen.Select(i => i.ExternalId).Should().BeEquivalentTo(Enumerable.Range(0, 7).Select(i => $"{i}"));
        seen.Select(i => i.ReceivedAt).Should().BeInAscendingOrder();
    }

    [Fact]
    [Requirement("2.20")]
    public async Task ReadInsights_AComplaintThatWasSettledAndAQuestion_ShowsBothAndHowTheyEnded()
    {
        await using var ops = await TestOps.StartAsync();
        var complaint = await ops.ReceiveAsync("Alles kaputt");
        await ops.SettleAsync(complaint.Id);
        await ops.PassAsync(Duration.FromHours(2));
        await ops.ReceiveAsync("Wann gibt es Ersatz?", author: "Anke M.", network: "facebook");
        await ops.Ops.Customers.LinkAsync(Anke, AnkeM, TestOps.Ada);

        var insights = await ops.Ops.Customers.ReadInsightsAsync(Anke);

        insights.Should().BeEquivalentTo(new
        {
            FirstContactAt = TestAgency.Friday,
            LastContactAt = TestAgency.Friday + Duration.FromHours(2),
            Items = 2,
            ByNetwork = new Dictionary<string, int> { ["x"] = 1, ["facebook"] = 1 },
            OpenCases = 1,
            ClosedCases = 1,
            UsualHours = new[] { 14, 16 },
            IsRepeat = true,
            IsPartial = false,
        });
        insights.Complaints.Should().Equal(new CustomerComplaint(complaint.Id, TestAgency.Friday, ComplaintCause.ProductDefect, ComplaintStage.Closed, CloseReason.Settled));
    }

    [Fact]
    public async Task ReadInsights_NobodyKnown_IsEmpty()
    {
        await using var ops = await TestOps.StartAsync();

        (await ops.Ops.Customers.ReadInsightsAsync(Anke)).Should().BeEquivalentTo(new { Items = 0, IsRepeat = false, FirstContactAt = (Instant?)null });
    }

    [Fact]
    public async Task Unlink_OneOfTwo_LeavesEachToThemselves()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveAsync("Hallo", id: "1");
        await ops.ReceiveAsync("Hallo", id: "2", author: "Anke M.", network: "facebook");
        await ops.Ops.Customers.LinkAsync(Anke, AnkeM, TestOps.Ada);

        await ops.Ops.Customers.UnlinkAsync(AnkeM, TestOps.Ada);

        (await ops.Ops.Customers.QueryHistoryAsync(Anke)).Items.Should().ContainSingle();
        (await ops.Ops.Customers.FindAsync(Anke)).Should().BeNull();
    }

    [Fact]
    public async Task Link_TwoPairs_BecomeOneCustomer()
    {
        await using var ops = await TestOps.StartAsync();
        var (third, fourth) = (Anke with { Network = "youtube" }, Anke with { Network = "xing" });
        var first = await ops.Ops.Customers.LinkAsync(Anke, AnkeM, TestOps.Ada);
        await ops.Ops.Customers.LinkAsync(third, fourth, TestOps.Ada);

        var all = await ops.Ops.Customers.LinkAsync(AnkeM, fourth, TestOps.Ada);

        all.Id.Should().Be(first.Id);
        all.Handles.Should().BeEquivalentTo([Anke, AnkeM, third, fourth]);
        (await ops.Ops.Customers.FindAsync(third)).Should().BeEquivalentTo(all);
    }

    [Fact]
    public async Task Link_CustomersOfTwoClients_IsRefused()
    {
        await using var ops = await TestOps.StartAsync();

        var link = () => ops.Ops.Customers.LinkAsync(Anke, Anke with { Client = TestAgency.Bakery }, TestOps.Ada).AsTask();

        await link.Should().ThrowAsync<InvalidTransitionException>().WithMessage("*two controllers*");
    }

    [Fact]
    public async Task Link_BySomebodyWhoIsNoPersonOfTheAgency_IsRefused()
    {
        await using var ops = await TestOps.StartAsync();

        foreach (var actor in new[] { Actor.Service("ada", "test"), Actor.Person("eve", "test"), Actor.ClientContact("owner", "test") })
        {
            var link = () => ops.Ops.Customers.LinkAsync(Anke, AnkeM, actor).AsTask();
            await link.Should().ThrowAsync<InvalidTransitionException>().WithMessage("*no person of the agency*");
        }
    }
}
