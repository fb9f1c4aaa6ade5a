using NodaTime;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Reporting;
using SocialOps.Tests.Publishing;

namespace SocialOps.Tests.Reporting;

/// <summary>What the team has before it, in one list.</summary>
public sealed class BoardTests
{
    [Fact]
    [Requirement("3.7")]
    public async Task Query_OfEveryKind_IsOneListTheSoonestFirst()
    {
        await using var ops = await FullAsync();

        var rows = (await ops.Tenant.Reports.Board.QueryAsync()).Items;

        rows.Select(r => r.DueAt).Should().BeInAscendingOrder();
        rows.Select(r => r.Kind).Should().BeEquivalentTo([BoardKind.Case, BoardKind.Approval, BoardKind.Contribution, BoardKind.Planned, BoardKind.Routine]);
        rows.Single(r => r.Kind == BoardKind.Case).Should().Match<BoardRow>(r => r.Next == "React, or decide that nothing is due" && r.Responsible == new Recipient.OfAgency(TestAgency.Ada));
        rows.Single(r => r.Kind == BoardKind.Approval).Should().Match<BoardRow>(r => r.Next == "Approve or reject" && r.Responsible == new Recipient.OfAgency(TestAgency.Ben));
        rows.Single(r => r.Kind == BoardKind.Contribution).Responsible.Should().Be(new Recipient.OfClient(TestAgency.Shop, "owner"));
        rows.Single(r => r.Kind == BoardKind.Planned).Next.Should().Be("It waits for approval");
        rows.Single(r => r.Kind == BoardKind.Routine).Next.Should().Be("Check off 1 thing");
    }

    [Fact]
    [Requirement("3.7")]
    public async Task Query_PageByPage_GivesEachOnceInTheSameOrder()
    {
        await using var ops = await FullAsync();
        var all = (await ops.Tenant.Reports.Board.QueryAsync()).Items;

        var paged = new List<BoardRow>();
        for (string? next = ""; next is not null;)
        {
            var page = await ops.Tenant.Reports.Board.QueryAsync(limit: 2, next: next.Length == 0 ? null : next);
            paged.AddRange(page.Items);
            next = page.Next;
        }

        paged.Should().Equal(all);
    }

    [Fact]
    [Requirement("3.7")]
    public async Task Query_Narrowed_GivesThatAlone()
    {
        await using var ops = await FullAsync();

        (await ops.Tenant.Reports.Board.QueryAsync(new() { Responsible = new Recipient.OfAgency(TestAgency.Ben) })).Items.Should().OnlyContain(r => r.Kind == BoardKind.Approval);
        (await ops.Tenant.Reports.Board.QueryAsync(new() { Client = TestAgency.Bakery })).Items.Should().BeEmpty();
        (await ops.Tenant.Reports.Board.QueryAsync(new() { Kinds = [BoardKind.Case, BoardKind.Routine] })).Items.Should().HaveCount(2);
        (await ops.Tenant.Reports.Board.QueryAsync(new() { DueBy = TestAgency.Friday })).Items.Should().BeEmpty();
    }

    [Fact]
    [Requirement("3.7")]
    public async Task Query_PublishedPost_IsNoLongerThere()
    {
        await using var ops = await EditorialOps.StartAsync();
        await ops.ScheduledAsync(EditorialOps.X);
        var before = (await ops.Tenant.Reports.Board.QueryAsync(new() { Kinds = [BoardKind.Planned] })).Items;

        await ops.Ops.PassAsync(ops.Slot - ops.Ops.Time.Now + Duration.FromMinutes(1));

        before.Should().ContainSingle().Which.Next.Should().Be("Nothing: it goes out by itself");
        (await ops.Tenant.Reports.Board.QueryAsync(new() { Kinds = [BoardKind.Planned] })).Items.Should().BeEmpty();
    }

    /// <summary>One thing of each kind.</summary>
    private static async Task<EditorialOps> FullAsync()
    {
        var ops = await EditorialOps.StartAsync();
        await ops.SubmitAsync(await ops.WriteAsync(accounts: EditorialOps.X));
        await ops.Tenant.Content.Contributions.RequestAsync(new(TestAgency.Shop, null, ContributionKind.Media, "A picture of the party", new Recipient.OfClient(TestAgency.Shop, "owner"), ContributionMedium.Mail, TestAgency.Friday + Duration.FromDays(3)), TestOps.Ada);
        await ops.Tenant.Routines.DefineAsync(
            new() { Id = new("watch"), Name = "Daily watch", Kind = RoutineKind.Watch, Client = TestAgency.Shop, Owner = TestAgency.Ada, Cadence = new(new(2026, 6, 1), new(14, 30), "Etc/UTC", CadenceUnit.Day), Within = Duration.FromHours(1), Checklist = ["Instagram"] },
            TestOps.Ada);
        await ops.Ops.PassAsync(Duration.FromMinutes(40));
        await ops.Ops.ReceiveAsync("Das Rad ist kaputt!");
        return ops;
    }
}
