using System.Text;
using NodaTime;
using SocialOps.Channels;
using SocialOps.Inbox;

namespace SocialOps.Tests.Inbox;

/// <summary>Edits and deletions are facts: whatever their order, the item ends as the same.</summary>
public sealed class ItemFoldTests
{
    private static readonly string[] Facts =
    [
        Line("\"text\":\"Danke\""),
        Line("\"text\":\"Alles kaputt\",\"editedAt\":\"2026-06-12T12:00:00Z\""),
        Line("\"text\":\"Alles sehr kaputt\",\"editedAt\":\"2026-06-12T13:00:00Z\""),
        Line("\"deletedAt\":\"2026-06-12T13:30:00Z\""),
        Line("\"text\":\"Danke\",\"counters\":{\"likes\":7}"),
        Line("\"text\":\"Alles kaputt\",\"editedAt\":\"2026-06-12T12:00:00Z\",\"counters\":{\"comments\":3}"),
    ];

    [Fact]
    public async Task Receive_SixFactsInTwentyFourOrders_EndAsTheSameItem()
    {
        var ends = new HashSet<(string, string, Instant, Instant?, ItemCounters, Category)>();
        var random = new Random(20260612);
        for (var i = 0; i < 24; i++)
        {
            var order = Facts.OrderBy(_ => random.Next()).ToList();
            await using var ops = await TestOps.StartAsync();
            foreach (var fact in order)
            {
                await ops.ReceiveRawAsync(Encoding.UTF8.GetBytes(fact));
            }

            var item = (await ops.Ops.Inbox.FindItemAsync("shop/x/1"))!;
            ends.Add((item.Text, item.Author, item.WrittenAt, item.DeletedAt, item.Counters, item.Classification.Category));
        }

        ends.Should().Equal([("Alles sehr kaputt", "anke", Instant.FromUtc(2026, 6, 12, 11, 0), Instant.FromUtc(2026, 6, 12, 13, 30), new ItemCounters(7, 3, 0), Category.Complaint)]);
    }

    [Fact]
    public async Task Receive_EditThatComplains_MakesTheCaseGraver()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Hm", id: "1");
        await ops.ReceiveRawAsync(Encoding.UTF8.GetBytes(Line("\"text\":\"Alles sehr kaputt\",\"editedAt\":\"2026-06-12T15:00:00Z\"")));

        var after = await ops.CaseAsync(opened.Id);
        (after.Category, after.Dialogue?.Stage, after.Excerpt).Should().Be((Category.Complaint, ComplaintStage.Received, "Alles sehr kaputt"));
    }

    [Fact]
    public async Task Receive_EditThatComplainsAfterTheEnd_OpensTheCaseAgain()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Hm", id: "1");
        await ops.Ops.Cases.SettleAsync(opened.Id, TestOps.Ada, "Nichts zu tun.");
        ops.Desk.Told.Clear();

        await ops.ReceiveRawAsync(Encoding.UTF8.GetBytes(Line("\"text\":\"Alles sehr kaputt\",\"editedAt\":\"2026-06-12T15:00:00Z\"")));
        await ops.PassAsync(Duration.FromMinutes(5));

        var after = await ops.CaseAsync(opened.Id);
        (after.ClosedAt, after.Category, after.FindClock(ClockKind.Acknowledge)?.State).Should().Be((null, Category.Complaint, ClockState.Running));
        ops.Desk.Told.Should().NotBeEmpty("somebody has to know");
    }

    [Theory]
    [InlineData("anke")]
    [InlineData("bert")]
    public async Task Receive_EditOfASettledComplaint_CanBeSettledAgain(string author)
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t", id: "0");
        await ops.ReceiveAsync("Hm", thread: "t", id: "1", author: author);
        await ops.SettleAsync(opened.Id);

        await ops.ReceiveRawAsync(Encoding.UTF8.GetBytes(Line("\"thread\":\"t\",\"text\":\"Notarzt ist da\",\"editedAt\":\"2026-06-12T15:00:00Z\"").Replace("anke", author, StringComparison.Ordinal)));

        var reopened = await ops.CaseAsync(opened.Id);
        reopened.ClosedAt.Should().BeNull();
        (reopened.Dialogue?.Stage is ComplaintStage.Closed).Should().BeFalse("it would never end");
        (await ops.Ops.Cases.SettleAsync(opened.Id, TestOps.Ada, "Hilfe ist da.")).ClosedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task Receive_TheAuthorDeletesIt_ClosesTheCaseAndKeepsItListed()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt", id: "1");

        await ops.ReceiveRawAsync(Encoding.UTF8.GetBytes(Facts[3]));

        (await ops.CaseAsync(opened.Id)).CloseReason.Should().Be(CloseReason.WithdrawnByAuthor);
        (await ops.Ops.Cases.QueryClientAsync(TestAgency.Shop)).Items.Should().ContainSingle();
        (await ops.Ops.Inbox.FindItemAsync("shop/x/1"))!.Text.Should().Be("Alles kaputt", "what was shown is kept");
    }

    [Fact]
    public async Task Receive_TheAuthorWritesAgainAfterTakingAnAnsweredComplaintBack_ItsClocksRunAgain()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt", id: "1");
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);
        await ops.DrainAsync();
        await ops.ReceiveRawAsync(Encoding.UTF8.GetBytes(Facts[3]));
        var ended = await ops.CaseAsync(opened.Id);

        var again = await ops.ReceiveAsync("danke", id: "2", thread: "1");

        (ended.CloseReason, again.Id, again.ClosedAt).Should().Be((CloseReason.WithdrawnByAuthor, opened.Id, null));
        again.Clocks.Should().Contain(c => c.Kind == ClockKind.Acknowledge && c.State == ClockState.Running);
    }

    /// <summary>The row by which the client was to be asked again has ended with the case; opened again it waits for no row that is gone.</summary>
    [Fact]
    public async Task Receive_TheAuthorWritesAgainAfterTakingAComplaintBackThatWaitedForTheClient_KeepsTheInvariants()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt", id: "1");
        await ops.Ops.Cases.ContactClientAsync(opened.Id, TestOps.Ada, "please look");
        await ops.DrainAsync();
        await ops.ReceiveRawAsync(Encoding.UTF8.GetBytes(Facts[3]));
        await ops.PassAsync(Duration.FromHours(6));

        var again = await ops.ReceiveAsync("Immer noch kaputt", id: "2", thread: "1");

        (again.Id, again.ClosedAt).Should().Be((opened.Id, null));
        (await ops.Ops.Invariants.CheckAsync()).Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Receive_TheAuthorDeletesItWhileAReplyIsOnItsWay_ClosesWithTheReplysOutcome()
    {
        await using var ops = await TestOps.StartAsync();
        ops.Network.Fault = _ => (true, new PublishResult.OutcomeUnknown("timeout"));
        var opened = await ops.ReceiveAsync("Alles kaputt", id: "1");
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);
        await ops.DrainAsync();

        await ops.ReceiveRawAsync(Encoding.UTF8.GetBytes(Facts[3]));
        var meanwhile = await ops.CaseAsync(opened.Id);
        await ops.PassAsync(Duration.FromMinutes(5));

        (meanwhile.ReplyPending, meanwhile.ClosedAt).Should().Be((true, null), "nobody knows yet what became of the reply");
        var ended = await ops.CaseAsync(opened.Id);
        (ended.Replies, ended.ReplyPending, ended.CloseReason).Should().Be((1, false, CloseReason.WithdrawnByAuthor));
    }

    [Fact]
    public async Task Receive_DeletedBeforeItWasShown_TellsNobody()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveRawAsync(Encoding.UTF8.GetBytes(Facts[3]));

        await ops.ReceiveAsync("Alles kaputt", id: "1");

        ops.Desk.Told.Should().BeEmpty();
        (await ops.Ops.Cases.QueryOpenAsync()).Items.Should().BeEmpty();
    }

    private static string Line(string rest)
        => "{\"network\":\"x\",\"id\":\"1\",\"at\":\"2026-06-12T11:00:00Z\"," + (rest.Contains("deletedAt", StringComparison.Ordinal) ? "" : "\"author\":\"anke\",") + rest + "}";
}
