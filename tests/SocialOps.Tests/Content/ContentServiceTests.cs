using NodaTime;
using SocialOps.Content;
using SocialOps.People;
using static SocialOps.Tests.Content.Variants;

namespace SocialOps.Tests.Content;

/// <summary>The whole way through the store, the pump and the mailboxes.</summary>
public sealed class ContentServiceTests
{
    private static readonly ContentBrief Brief = new("Sommerfest", ContentKind.ClientStory, [ContentPurpose.Please], []);
    private static readonly Recipient Owner = new Recipient.OfClient(TestAgency.Shop, "owner");

    [Fact]
    public async Task CreateAsync_FullVariant_ComesBackWithTheSameBytes()
    {
        await using var ops = await TestOps.StartAsync();

        var item = await ops.Ops.Content.CreateAsync(TestAgency.Shop, Brief, [Full()], TestOps.Ada);

        var revision = await ops.Ops.Content.GetRevisionAsync(item.Id, 1);
        revision.Variants[0].ToCanonicalBytes().Should().Equal(Full().Normalised().ToCanonicalBytes());
        revision.ComputeBundleHash().Should().Be(item.ComputeBundleHash());
        (await ops.Ops.Content.FindAsync(item.Id)).Should().BeEquivalentTo(item);
    }

    [Fact]
    public async Task DescribeAsync_OtherTitle_ChangesWhatIsKnownAndNoHash()
    {
        await using var ops = await TestOps.StartAsync();
        var item = await ops.Ops.Content.CreateAsync(TestAgency.Shop, Brief, [Saying("a")], TestOps.Ada);

        var described = await ops.Ops.Content.DescribeAsync(item.Id, Brief with { Title = "Herbstfest" }, TestOps.Ada);

        (described.Brief.Title, described.Revision).Should().Be(("Herbstfest", item.Revision));
        described.ComputeBundleHash().Should().Be(item.ComputeBundleHash());
        (await ops.Ops.Content.FindAsync(item.Id))!.Brief.Title.Should().Be("Herbstfest");
    }

    [Fact]
    public async Task ReviseAsync_TwoEditorsOfOneRevision_TheSecondIsToldSo()
    {
        await using var ops = await TestOps.StartAsync();
        var item = await ops.Ops.Content.CreateAsync(TestAgency.Shop, Brief, [Saying("a")], TestOps.Ada);

        await ops.Ops.Content.ReviseAsync(item.Id, 1, [Saying("b")], TestOps.Ada);

        await FluentActions.Awaiting(() => ops.Ops.Content.ReviseAsync(item.Id, 1, [Saying("c")], TestOps.Ada).AsTask()).Should().ThrowAsync<ConcurrencyConflictException>();
        (await ops.Ops.Content.GetRevisionAsync(item.Id, 2)).Variants[0].Text.Should().Be("b");
    }

    [Fact]
    public async Task ReviseAsync_ManyAtOnce_MakesOneRevisionOfThem()
    {
        await using var ops = await TestOps.StartAsync();
        var item = await ops.Ops.Content.CreateAsync(TestAgency.Shop, Brief, [Saying("a")], TestOps.Ada);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            try
            {
                await ops.Ops.Content.ReviseAsync(item.Id, 1, [Saying($"edit {i}")], TestOps.Ada);
                return true;
            }
            catch (ConcurrencyConflictException)
            {
                return false;
            }
        })));

        outcomes.Count(o => o).Should().Be(1);
        (await ops.Ops.Content.FindAsync(item.Id))!.Revision.Should().Be(2);
    }

    [Fact]
    [Requirement("0.2")]
    public async Task RequestAsync_NobodyAnswers_RemindsTwiceAndTellsWhoAsked()
    {
        await using var ops = await TestOps.StartAsync();
        var item = await ops.Ops.Content.CreateAsync(TestAgency.Shop, Brief, [Saying("a")], TestOps.Ada);
        var request = await ops.Ops.Content.Contributions.RequestAsync(Draft(item.Id), TestOps.Ada);

        await ops.PassAsync(Duration.FromDays(10) + Duration.FromHours(12));
        var overdue = (await ops.Ops.Content.Contributions.FindAsync(request.Id))!;

        (overdue.State, overdue.Reminders).Should().Be((ContributionState.Overdue, 2));
        ops.Desk.Told.SelectMany(t => t.Notices).Select(n => $"{n.Recipient}: {n.Text}").Should().HaveCount(4).And.Subject.Last().Should().StartWith("ada: ").And.Contain("Overdue since");
        (await ops.Ops.Content.CheckAsync(item.Id)).Findings.Should().ContainSingle(f => f.Rule == "contribution.missing").Which.Remedy.Should().Be("Receive it, or waive it with a reason.");
    }

    [Fact]
    [Requirement("0.2")]
    public async Task RequestAsync_ByPhone_RemindsWhoHasToCall()
    {
        await using var ops = await TestOps.StartAsync();
        var item = await ops.Ops.Content.CreateAsync(TestAgency.Shop, Brief, [Saying("a")], TestOps.Ada);
        await ops.Ops.Content.Contributions.RequestAsync(Draft(item.Id) with { Medium = ContributionMedium.Phone }, TestOps.Ada);

        await ops.PassAsync(Duration.FromDays(6));

        ops.Desk.Told.SelectMany(t => t.Notices).Select(n => n.Text).Last().Should().Contain("Please call owner (shop)");
    }

    [Fact]
    [Requirement("0.3")]
    public async Task ReceiveAsync_InTime_EndsTheRemindersAndFreesTheItem()
    {
        await using var ops = await TestOps.StartAsync();
        var item = await ops.Ops.Content.CreateAsync(TestAgency.Shop, Brief, [Saying("a")], TestOps.Ada);
        var request = await ops.Ops.Content.Contributions.RequestAsync(Draft(item.Id), TestOps.Ada);
        await ops.DrainAsync();
        ops.Desk.Told.Clear();

        var received = await ops.Ops.Content.Contributions.ReceiveAsync(request.Id, ContributionMedium.Phone, "sent by messenger", Actor.ClientContact("owner", "portal"));
        await ops.PassAsync(Duration.FromDays(20));

        received.State.Should().Be(ContributionState.Received);
        ops.Desk.Told.Should().BeEmpty();
        (await ops.Ops.Content.CheckAsync(item.Id)).IsReady.Should().BeTrue();
        (await ops.Ops.Content.Contributions.QueryOpenAsync(TestAgency.Shop)).Items.Should().BeEmpty();
        (await ops.Ops.Content.Contributions.QueryItemAsync(item.Id)).Items.Should().ContainSingle();
    }

    [Fact]
    [Requirement("0.2")]
    public async Task ReceiveAsync_Twice_SaysWhatHappenedFirst()
    {
        await using var ops = await TestOps.StartAsync();
        var request = await ops.Ops.Content.Contributions.RequestAsync(Draft(null), TestOps.Ada);
        await ops.Ops.Content.Contributions.WaiveAsync(request.Id, "we have one", TestOps.Ada);

        await FluentActions.Awaiting(() => ops.Ops.Content.Contributions.ReceiveAsync(request.Id, ContributionMedium.Mail, "here", TestOps.Ada).AsTask()).Should().ThrowAsync<InvalidTransitionException>().WithMessage("*it was Waived*");
    }

    [Fact]
    public async Task QueryWeekAsync_Items_AreThoseOfTheWeekInOrder()
    {
        await using var ops = await TestOps.StartAsync();
        var week = new PlanWeek(Plans.Plan(), new(2026, 6, 15));
        var sunday = await PlannedAsync(ops, week.End - Duration.FromSeconds(1));
        var monday = await PlannedAsync(ops, week.Start);
        await PlannedAsync(ops, week.End);
        var withdrawn = await PlannedAsync(ops, week.Start);
        await ops.Ops.Content.WithdrawAsync(withdrawn, new("shop-x"), "changed our mind", TestOps.Ada);

        (await ops.Ops.Content.QueryWeekAsync(week)).Items.Select(i => i.Id).Should().Equal(monday, sunday);
        var first = await ops.Ops.Content.QueryUpcomingAsync(2);
        var second = await ops.Ops.Content.QueryUpcomingAsync(2, first.Next);
        first.Items.Concat(second.Items).Should().HaveCount(3);
        (await ops.Ops.Content.QueryClientAsync(TestAgency.Shop)).Items.Should().HaveCount(4);
        (await ops.Ops.Content.QueryClientAsync(TestAgency.Bakery)).Items.Should().BeEmpty();
    }

    [Fact]
    [Requirement("2.5")]
    public async Task CheckWeekAsync_Plan_SeesWhatIsStored()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.Ops.Content.Planning.SetPlanAsync(Plans.Plan(), TestOps.Ada);
        await PlannedAsync(ops, new PlanWeek(Plans.Plan(), new(2026, 6, 15)).Slots()[0].At);

        (await ops.Ops.Content.Planning.CheckWeekAsync(TestAgency.Shop, new(2026, 6, 17))).Should().ContainSingle().Which.Remedy.Should().Be("Free: Thu 10:00.");
    }

    [Fact]
    public async Task SetPlanAsync_Mistakes_GivesAllOfThem()
    {
        await using var ops = await TestOps.StartAsync();
        var plan = Plans.Plan() with { Zone = "Europe/Berlinn", Cadences = [new(new("other"), -1)], Mix = [new(null, null)] };

        var thrown = await FluentActions.Awaiting(() => ops.Ops.Content.Planning.SetPlanAsync(plan, TestOps.Ada).AsTask()).Should().ThrowAsync<InvalidDefinitionException>();

        thrown.Which.Findings.Should().HaveCount(4);
        (await ops.Ops.Content.Planning.FindPlanAsync(TestAgency.Shop)).Should().BeNull();
    }

    [Fact]
    public async Task SetPlanAsync_Twice_MakesTwoVersions()
    {
        await using var ops = await TestOps.StartAsync();
        var full = Plans.Plan() with { Process = new("p", [new("Text", TestAgency.Ada, TestAgency.Ben, Period.FromDays(2))]), Mix = [new(ContentKind.General, null, 10, 90)], Budgets = [new("x", Duration.FromHours(2), Duration.FromHours(1))] };

        await ops.Ops.Content.Planning.SetPlanAsync(full, TestOps.Ada);
        await ops.Ops.Content.Planning.SetPlanAsync(full with { Zone = "Etc/UTC" }, TestOps.Ada);

        (await ops.Ops.Content.Planning.FindPlanAsync(TestAgency.Shop)).Should().BeEquivalentTo(full with { Version = 2, Zone = "Etc/UTC" });
    }

    [Fact]
    [Requirement("4.19")]
    public async Task CheckAsync_StyleGuide_IsTheClientsOwn()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.Ops.Content.Planning.SetGuideAsync(TestAgency.Shop, new() { Forbidden = [new("billig", "no")], Statements = [new("s", "t", "f", Owner, new(2026, 1, 1), ["u"])] }, TestOps.Ada);
        var item = await ops.Ops.Content.CreateAsync(TestAgency.Shop, Brief, [Saying("billig")], TestOps.Ada);

        (await ops.Ops.Content.CheckAsync(item.Id)).Findings.Select(f => f.Rule).Should().Equal("phrase.forbidden");
    }

    [Fact]
    [Requirement("1.2")]
    [Requirement("1.3")]
    public async Task CheckStepAsync_WholeProcess_IsRecorded()
    {
        await using var ops = await TestOps.StartAsync();
        var id = await PlannedAsync(ops, TestAgency.Friday + Duration.FromDays(5));
        var content = ops.Ops.Content;

        await content.BeginProcessAsync(id, new("post", [new("Text", TestAgency.Ada, TestAgency.Ben, Period.FromDays(2))]), TestOps.Ada);
        await content.AgreeDatesAsync(id, TestOps.Ada);
        await content.AgreeDatesAsync(id, TestOps.Ben);
        await content.CompleteStepAsync(id, "Text", TestOps.Ada);
        var item = await content.CheckStepAsync(id, "Text", true, "gut", TestOps.Ben);

        item.Process!.Steps.Should().ContainSingle().Which.CheckedAt.Should().Be(TestAgency.Friday);
        (await content.QueryHistoryAsync(id)).Items.Select(e => e.Action).Should().EndWith(["content.process-begun", "content.dates-agreed", "content.dates-agreed", "content.step-done", "content.step-checked"]);
        (await content.FindAsync(id)).Should().BeEquivalentTo(item);
    }

    private static async Task<ContentItemId> PlannedAsync(TestOps ops, Instant at)
    {
        var item = await ops.Ops.Content.CreateAsync(TestAgency.Shop, Brief, [Saying("a")], TestOps.Ada);
        await ops.Ops.Content.ScheduleAsync(item.Id, new(at, at, at + Duration.FromHours(1)), TestOps.Ada);
        return item.Id;
    }

    private static ContributionDraft Draft(ContentItemId? item) => new(TestAgency.Shop, item, ContributionKind.Media, "a photo of the bakers", Owner, ContributionMedium.Mail, TestAgency.Friday + Duration.FromDays(10));
}
