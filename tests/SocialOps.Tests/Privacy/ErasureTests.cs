using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Inbox;
using SocialOps.Privacy;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Tests.Privacy;

/// <summary>What somebody wrote is erased wherever it is held, and does not come back.</summary>
public sealed class ErasureTests
{
    private static readonly CustomerHandle Anke = new(TestAgency.Shop, "x", "anke");

    [Fact]
    [Requirement("2.20")]
    public async Task Erase_AfterEverythingThatCanBeDone_LeavesNothingInAnyRow()
    {
        await using var ops = await CanaryStory.StartAsync();
        await CanaryStory.RunAsync(ops);
        var before = await RowsAsync(ops.Ops);

        var report = await ops.Tenant.Customers.EraseAsync(CanaryStory.Handle, TestOps.Ada);

        before.Should().Contain(row => CanaryStory.Canaries.Any(c => row.Contains(c, StringComparison.OrdinalIgnoreCase)));
        (await RowsAsync(ops.Ops)).Where(row => CanaryStory.Canaries.Any(c => row.Contains(c, StringComparison.OrdinalIgnoreCase))).Should().BeEmpty();
        report.Kept.Should().BeEmpty();
        (report.Items, report.Replies).Should().Be((6, 3));
        (await ops.Tenant.Invariants.CheckAsync()).Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Erase_TheStatistics_Stay()
    {
        await using var ops = await CanaryStory.StartAsync();
        await CanaryStory.RunAsync(ops);
        var span = new Interval(TestAgency.Friday, TestAgency.Friday + Duration.FromDays(3));
        var before = await ops.Tenant.Inbox.ReadDigestAsync(TestAgency.Shop, span);

        await ops.Tenant.Customers.EraseAsync(CanaryStory.Handle, TestOps.Ada);

        var after = await ops.Tenant.Inbox.ReadDigestAsync(TestAgency.Shop, span);
        after.Networks.Select(n => (n.Network, n.Items, n.Replies, n.Breached)).Should().Equal(before.Networks.Select(n => (n.Network, n.Items, n.Replies, n.Breached)));
        after.Networks[0].Categories.Should().Equal(before.Networks[0].Categories);
    }

    [Fact]
    [Requirement("2.20")]
    public async Task Erase_TheSameItemIsShownAgain_StaysErased()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt", id: "1");
        await ops.Ops.Customers.EraseAsync(Anke, TestOps.Ada);

        await ops.ReceiveRawAsync(ops.Line("1", "Alles kaputt", counters: new(9, 9, 9)));
        await ops.ReceiveRawAsync(ops.Line("1", "Alles sehr kaputt"));

        (await ops.Ops.Inbox.FindItemAsync(opened.Item)).Should().BeNull();
        (await ops.Ops.Customers.QueryHistoryAsync(Anke)).Items.Should().BeEmpty();
        (await RowsAsync(ops)).Where(r => r.Contains("\"anke\"", StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
        (await ops.Ops.Invariants.CheckAsync()).Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Erase_ANewItemOfTheSameAuthor_IsTakenIn()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveAsync("Alles kaputt", id: "1");
        await ops.Ops.Customers.EraseAsync(Anke, TestOps.Ada);

        var again = await ops.ReceiveAsync("Alles kaputt", id: "2");

        (again.Author, again.ClosedAt).Should().Be(("anke", null));
    }

    [Fact]
    public async Task Erase_OpenCase_ClosesWithAReasonOfItsOwn()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");

        await ops.Ops.Customers.EraseAsync(Anke, TestOps.Ada);

        var after = await ops.CaseAsync(opened.Id);
        (after.CloseReason, after.Wave.Authors.Count).Should().Be((CloseReason.Erased, 0), "a hash of a name is a pseudonym");
    }

    [Fact]
    public async Task Erase_OthersWroteInTheThread_TheCaseGoesOnWithThem()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt", thread: "t");
        await ops.ReceiveAsync("Bei mir auch kaputt", id: "other", thread: "t", author: "berta");

        await ops.Ops.Customers.EraseAsync(Anke, TestOps.Ada);

        var after = await ops.CaseAsync(opened.Id);
        (after.ClosedAt, after.Author, after.ExternalId, after.Dialogue).Should().Be((null, "berta", "other", null));
        (await ops.Ops.Customers.QueryHistoryAsync(Anke with { Author = "berta" })).Items.Should().ContainSingle();
        (await ops.Ops.Invariants.CheckAsync()).Violations.Should().BeEmpty();
    }

    [Fact]
    public async Task Erase_AReplyIsOnItsWay_KeepsTheCaseAndSaysSo()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.Ops.Cases.ReplyAsync(opened.Id, TestOps.Ada);

        var report = await ops.Ops.Customers.EraseAsync(Anke, TestOps.Ada);

        report.Should().BeEquivalentTo(new { Items = 0, Kept = new[] { new { Case = opened.Id, Until = (Instant?)null } } });
        (await ops.CaseAsync(opened.Id)).Author.Should().Be("anke");
    }

    [Fact]
    [Requirement("2.20")]
    public async Task Erase_UnderALegalHold_KeepsTheCaseUntilItsEnd()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("Alles kaputt");
        await ops.ReceiveAsync("Danke!");
        await ops.DrainAsync();
        var end = TestAgency.Friday + Duration.FromDays(30);
        await ops.Ops.Customers.Holds.PlaceAsync(opened.Id, TestOps.Ada, "Claim 7 O 12/26", end);

        var first = await ops.Ops.Customers.EraseAsync(Anke, TestOps.Ada);
        var held = await ops.CaseAsync(opened.Id);
        await ops.PassAsync(Duration.FromDays(30));
        var second = await ops.Ops.Customers.EraseAsync(Anke, TestOps.Ada);

        (first.Items, held.Author).Should().Be((1, "anke"));
        first.Kept.Should().Equal(new KeptCase(opened.Id, "Claim 7 O 12/26", end));
        (second.Items, second.Kept.Count).Should().Be((1, 0));
    }

    [Fact]
    public async Task Erase_IsAudited_WithoutTheCustomer()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.ReceiveAsync("Alles kaputt");

        await ops.Ops.Customers.EraseAsync(Anke, TestOps.Ada);

        var events = (await ops.Ops.Audit.QueryAsync(new AuditQuery(Action: "customer.erased"))).Items;
        events.Should().Contain(e => e.Actor == TestOps.Ada && e.Detail.StartsWith("1 item(s), 1 delivery(ies)", StringComparison.Ordinal));
        events.Should().NotContain(e => e.Detail.Contains("anke", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    [Requirement("2.20")]
    public async Task Export_AfterEverythingThatCanBeDone_HoldsWhatEachRowHolds()
    {
        await using var ops = await CanaryStory.StartAsync();
        await CanaryStory.RunAsync(ops);

        var export = await ops.Tenant.Customers.ExportAsync(CanaryStory.Handle, TestOps.Ada);

        var json = Encoding.UTF8.GetString(export.ToJson());
        export.Items.Select(i => i.Item.ExternalId).Should().BeEquivalentTo("vxq-1", "vxq-2", "vxq-3", "vxq-4", "vxq-5", "vxq-7");
        export.Items.Sum(i => i.Deliveries.Count).Should().Be(8, "six items, an edit and a deletion");
        export.Items.Sum(i => i.Replies.Count).Should().Be(3);
        export.Items.Should().Contain(i => i.Moderations.Any(m => m.Evidence.Author == CanaryStory.Author)).And.Contain(i => i.Proposals.Count == 1);
        export.Cases.Should().HaveCount(5).And.Contain(c => c.Notices.Any(n => n.Text.Contains(CanaryStory.Author, StringComparison.Ordinal)));
        export.Unread.Should().ContainSingle();
        foreach (var canary in CanaryStory.Canaries)
        {
            json.Should().Contain(canary);
        }
    }

    /// <summary>Everything that the store holds of the tenant, as text.</summary>
    internal static async Task<IReadOnlyList<string>> RowsAsync(TestOps ops)
    {
        var rows = new List<string>();
        await using var transaction = await ops.Services.GetRequiredService<IStore>().BeginAsync(TenantId.Default, StoreAccess.Read);
        foreach (var kind in RecordKinds.Names)
        {
            rows.AddRange((await transaction.QueryAsync(new RecordQuery(kind, Limit: 1_000))).Items.Select(r => $"{kind} {r.Id} {string.Join(" ", Enumerable.Range(1, 4).Select(s => r.Indexes[s]))} {BodyOf(r)}"));
        }

        foreach (var state in Enum.GetValues<WorkState>())
        {
            rows.AddRange((await transaction.QueryWorkAsync(new WorkQuery(state, Limit: 1_000))).Items.Select(w => $"work {w.Kind} {w.SubjectId} {w.DedupeKey} {w.LastError} {Encoding.UTF8.GetString(w.Payload.Span)}"));
        }

        rows.AddRange((await transaction.QueryAuditAsync(new AuditQuery(Limit: 1_000))).Items.Select(e => $"audit {e.Action} {e.SubjectId} {e.Detail}"));
        return rows;
    }

    private static string BodyOf(StoredRecord record)
    {
        var json = Encoding.UTF8.GetString(record.Body.Span);
        var bytes = record.Kind == "inbound-raw" ? Encoding.UTF8.GetString(System.Text.Json.JsonDocument.Parse(record.Body).RootElement.GetProperty("Bytes").GetBytesFromBase64()) : "";
        return System.Text.RegularExpressions.Regex.Unescape(json.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)) + bytes;
    }
}
