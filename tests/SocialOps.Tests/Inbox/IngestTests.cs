using System.Text;
using SocialOps.Inbox;

namespace SocialOps.Tests.Inbox;

/// <summary>Whatever a platform shows is stored once and stops nothing.</summary>
public sealed class IngestTests
{
    [Fact]
    public async Task Receive_SameBytesTwice_IsADuplicateThatChangesNothing()
    {
        await using var ops = await TestOps.StartAsync();
        var delivery = new InboundDelivery(InboundLine.Format, ops.Line("1", "Alles kaputt"));
        await ops.Ops.Inbox.ReceiveAsync([delivery]);
        await ops.DrainAsync();

        var again = await ops.Ops.Inbox.ReceiveAsync([delivery]);
        await ops.DrainAsync();

        again.Should().Equal(ReceiveResult.Duplicate);
        ops.Desk.Told.Should().ContainSingle();
    }

    [Fact]
    public async Task Receive_SameIdWithOtherBytes_IsOneItem()
    {
        await using var ops = await TestOps.StartAsync();
        var first = await ops.ReceiveAsync("Alles kaputt", id: "1");

        var second = await ops.ReceiveAsync("Alles kaputt!", id: "1");

        second.Id.Should().Be(first.Id);
        second.Items.Should().Be(1);
    }

    [Fact]
    public async Task Receive_FallingCounters_KeepsTheHighest()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveAsync("Alles kaputt", id: "1", counters: new(100, 5, 2));

        var after = await ops.ReceiveAsync("Alles kaputt", id: "1", counters: new(90, 7, 1));

        after.Counters.Should().Be(new ItemCounters(100, 7, 2));
    }

    [Theory]
    [InlineData("not json", "not JSON at byte 1")]
    [InlineData("[1]", "a JSON Array stands where an object is expected")]
    [InlineData("""{"network":"x","id":"1","at":"0000-01-01T00:00:00Z","author":"a","text":"t"}""", "at: '0000-01-01T00:00:00Z' lies outside of the years 2000 to 2199")]
    [InlineData("""{"network":"x","at":"gestern","author":"a","text":7}""", "id: is missing.")]
    [InlineData("""{"network":"x","id":"1","at":"2026-06-12T14:00:00Z","author":"a","text":"t","account":"nobodys"}""", "account: 'nobodys' is no client's account.")]
    public async Task Receive_UnreadableLine_IsQuarantinedWithItsFaults(string line, string fault)
    {
        await using var ops = await TestOps.StartAsync();

        await ops.ReceiveRawAsync(Encoding.UTF8.GetBytes(line));
        await ops.ReceiveAsync("Alles kaputt");

        var quarantined = (await ops.Ops.Inbox.QueryQuarantineAsync()).Items.Should().ContainSingle().Subject;
        string.Join("\n", quarantined.Findings.Select(f => $"{f.Path}: {f.Message}")).Should().Contain(fault);
        ops.Desk.Told.Should().Contain(n => n.Notices.Any(x => x.Text.Contains("Alles kaputt", StringComparison.Ordinal)), "what stands behind it is not held up");
    }

    [Fact]
    public void Check_LineWithSeveralFaults_TellsAllOfThem()
    {
        var findings = InboundLine.Check("""{"network":"","at":"x","text":5,"counters":{"likes":-1},"kind":"7"}"""u8.ToArray());

        findings.Select(f => f.Path).Should().Equal("network", "id", "author", "text", "at", "kind", "counters.likes");
    }

    [Fact]
    public async Task Receive_LoneSurrogateAndNul_KeepsTheTextRepairedAndTheBytesAsTheyCame()
    {
        await using var ops = await TestOps.StartAsync();
        var line = """{"network":"x","id":"1","at":"2026-06-12T14:00:00Z","author":"a","text":"kaputt \ud800 und \u0000 Ende"}""";

        await ops.ReceiveRawAsync(Encoding.UTF8.GetBytes(line));

        var item = await ops.Ops.Inbox.FindItemAsync("shop/x/1");
        item!.Text.Should().Be("kaputt \uFFFD und \uFFFD Ende");
        item.TextWasChanged.Should().BeTrue();
        item.Classification.Category.Should().Be(Channels.Category.Complaint);
    }

    [Fact]
    public async Task Receive_MegabyteOfText_KeepsItsBeginning()
    {
        await using var ops = await TestOps.StartAsync();

        await ops.ReceiveAsync("kaputt " + new string('x', 1_000_000), id: "1");

        var item = await ops.Ops.Inbox.FindItemAsync("shop/x/1");
        Encoding.UTF8.GetByteCount(item!.Text).Should().BeInRange(65_530, 65_536);
        item.TextWasChanged.Should().BeTrue();
    }

    [Fact]
    public async Task Receive_MoreThanFourMebibytes_IsRefusedAsAWhole()
    {
        await using var ops = await TestOps.StartAsync();
        var small = new InboundDelivery(InboundLine.Format, ops.Line("1", "kaputt"));
        var large = new InboundDelivery(InboundLine.Format, new byte[InboundDelivery.MaxBytes + 1]);

        var receive = () => ops.Ops.Inbox.ReceiveAsync([small, large]).AsTask();

        (await receive.Should().ThrowAsync<ArgumentException>()).WithMessage("A delivery has 4194305 bytes; at most 4194304 are taken.*");
        (await ops.Ops.Work.QueryAsync(new())).Items.Should().BeEmpty("nothing is half-done");
    }

    [Fact]
    public async Task Explain_Item_RunsTheSameRulesAgain()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Leider kaputtgegangen, danke");

        var trace = await ops.Ops.Cases.ExplainAsync(opened.Item);

        trace.Classification.Should().BeEquivalentTo((await ops.Ops.Inbox.FindItemAsync(opened.Item))!.Classification);
        trace.ToString().Should().Be($"Complaint (severity 2){Environment.NewLine}  thanks: 'danke' stands in the text: Praise{Environment.NewLine}  broken: 'kaputt*' stands in the text: Complaint{Environment.NewLine}  Complaint: Complaint comes before Praise, or is as grave and stands first.{Environment.NewLine}  pattern Complaint: Apologise, Assign");
    }
}
