using SocialOps.Inbox;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Responses;

namespace SocialOps.Tests.Inbox;

public sealed class AutonomyInInboxTests
{
    private static readonly Actor Ada = Actor.Person(TestAgency.Ada.Value, "test");
    private static readonly Actor Ben = Actor.Person(TestAgency.Ben.Value, "test");

    [Fact]
    [Requirement("4.14")]
    public async Task Receive_PersonOnDutyMayOnlySuggest_TheThankYouIsProposedAndNotSent()
    {
        var agency = TestAgency.Create();
        await using var ops = await TestOps.StartAsync(agency with { People = [agency.People[0] with { Autonomy = AutonomyLevel.Suggest }, agency.People[1]] });

        var opened = await ops.ReceiveAsync("danke");

        ops.Network.Posts.Should().BeEmpty();
        (await ops.Ops.Cases.FindAsync(opened.Id))!.ProposedReply.Should().Be(new SavedReplyId("thanks"));
        (await ops.Ops.Cases.QueryHistoryAsync(opened.Id)).Items.Should().Contain(e => e.Action == "reply.held" && e.Detail == "'thanks' is proposed and not sent: L1 (person: what ada is qualified for).");
    }

    [Fact]
    public async Task Receive_PackageAllowsLevelThree_ItIsSentAndSomebodyIsTold()
    {
        var agency = TestAgency.Create();
        await using var ops = await TestOps.StartAsync(agency with { Packages = [agency.Packages[0] with { Autonomy = AutonomyLevel.ActThenNotify }, agency.Packages[1]] });

        await ops.ReceiveAsync("danke");

        ops.Network.Posts.Should().ContainSingle();
        ops.Desk.Told.SelectMany(t => t.Notices).Should().Contain(n => n.Text.StartsWith("Sent by itself, please look: \"Danke!\"", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("4.14")]
    public async Task Review_Breaches_LowerTheEngineUntilItSendsNothing_AndADutyManagerRestoresIt()
    {
        await using var ops = await TestOps.StartAsync();
        foreach (var level in new[] { AutonomyLevel.ActWithinPool, AutonomyLevel.ActThenNotify })
        {
            await ops.ReceiveAsync("danke");
            var sample = (await ops.Ops.Conformity.QueryOpenAsync()).Items.Should().ContainSingle().Subject;
            sample.Level.Should().Be(level);
            await ops.Ops.Conformity.ReviewAsync(sample.Id, Ada, conforms: false, "too short");
        }

        await ops.ReceiveAsync("danke");
        ops.Network.Posts.Should().HaveCount(2);
        (await ops.Ops.Conformity.QueryLoweredAsync(TestAgency.Shop)).Items.Should().ContainSingle().Which.Should().Match<ConformityRecord>(c => c.Level == AutonomyLevel.ActAfterApproval && c.Breaches == 2);

        await ops.Ops.Conformity.RestoreAsync(TestAgency.Shop, QualitySample.Engine, Category.Praise, AutonomyLevel.ActWithinPool, Ada, "wording put right");
        await ops.ReceiveAsync("danke");
        ops.Network.Posts.Should().HaveCount(3);
    }

    [Fact]
    public async Task Restore_WithoutTheRole_IsRefused()
    {
        await using var ops = await TestOps.StartAsync();

        var act = async () => await ops.Ops.Conformity.RestoreAsync(TestAgency.Shop, QualitySample.Engine, Category.Praise, AutonomyLevel.ActWithinPool, Ben, "...");

        await act.Should().ThrowAsync<InvalidTransitionException>().WithMessage("*DutyManager*");
    }

    [Fact]
    public async Task Review_OnesOwnReply_IsRefused()
    {
        await using var ops = await TestOps.StartAsync();
        var opened = await ops.ReceiveAsync("alles kaputt");
        await ops.Ops.Cases.ReplyAsync(opened.Id, Ada);
        var sample = (await ops.Ops.Conformity.QueryOpenAsync()).Items.Single();

        var own = async () => await ops.Ops.Conformity.ReviewAsync(sample.Id, Ada, true, "fine");
        var program = async () => await ops.Ops.Conformity.ReviewAsync(sample.Id, Actor.Service("bot", "test"), true, "fine");

        sample.Sender.Should().Be("ada");
        await own.Should().ThrowAsync<InvalidTransitionException>();
        await program.Should().ThrowAsync<InvalidTransitionException>();
        (await ops.Ops.Conformity.ReviewAsync(sample.Id, Ben, true, "fine")).Verdict!.Conforms.Should().BeTrue();
    }

    [Theory]
    [Requirement("4.14")]
    [InlineData(AutonomyLevel.Suggest, null, false)]
    [InlineData(AutonomyLevel.ActAfterApproval, null, true)]
    [InlineData(AutonomyLevel.ActAfterApproval, "sorry, in own words", false)]
    [InlineData(AutonomyLevel.ActThenNotify, "sorry, in own words", true)]
    public async Task Reply_PersonOfALevel_MaySendWhatItAllows(AutonomyLevel level, string? text, bool may)
    {
        var agency = TestAgency.Create();
        await using var ops = await TestOps.StartAsync(agency with { People = [agency.People[0] with { Autonomy = level }, agency.People[1]] });
        var opened = await ops.ReceiveAsync("alles kaputt");

        var act = async () => await ops.Ops.Cases.ReplyAsync(opened.Id, Ada, new CaseReply { Text = text });

        await (may ? act.Should().NotThrowAsync() : (Task)act.Should().ThrowAsync<InvalidTransitionException>());
    }

    [Fact]
    [Requirement("4.13")]
    public async Task Receive_AQuestionThatThePoolKnows_TheAnswerIsProposedAndTheRestFeedsThePool()
    {
        await using var ops = await TestOps.StartAsync(WithPool());

        var known = await ops.ReceiveAsync("Wann habt ihr morgen geöffnet?");
        var unknown = await ops.ReceiveAsync("Wann kommt der Zirkus?");

        (await ops.Ops.Cases.FindAsync(known.Id))!.ProposedReply.Should().Be(new SavedReplyId("hours"));
        var gap = (await ops.Ops.Responses.QueryGapsAsync(TestAgency.Shop)).Items.Should().ContainSingle().Subject;
        gap.Item.Should().Be(unknown.Item);
        await ops.Ops.Responses.CloseGapAsync(gap.Item, Ada, "not ours");
        (await ops.Ops.Responses.QueryGapsAsync(TestAgency.Shop)).Items.Should().BeEmpty();
        (await ops.Ops.Responses.SearchPoolAsync("wann habt ihr geöffnet"))[0].Reply.Should().Be(new SavedReplyId("hours"));
    }

    [Fact]
    [Requirement("4.13")]
    public async Task Receive_SecondThanksInAThread_IsNotAnsweredInTheSameWords()
    {
        await using var ops = await TestOps.StartAsync();

        await ops.ReceiveAsync("danke", thread: "t");
        var second = await ops.ReceiveAsync("nochmals danke", thread: "t");

        ops.Network.Posts.Should().ContainSingle();
        (await ops.Ops.Responses.QueryUsesAsync(new("thanks"))).Items.Should().ContainSingle();
        (await ops.Ops.Cases.QueryHistoryAsync(second.Id)).Items.Should().Contain(e => e.Action == "reply.held" && e.Detail.Contains("every wording of 'thanks' has been sent in this thread", StringComparison.Ordinal));
    }

    private static AgencyDefinition WithPool()
    {
        var agency = TestAgency.Create();
        var policy = agency.Policies[0];
        var hours = new SavedReplyDefinition(new("hours"), "de", ["Von 9 bis 18 Uhr.", "9 bis 18 Uhr.", "Bis 18 Uhr."]) { Questions = ["Wann habt ihr geöffnet"], FactSource = "sign at the door", FactOwner = "owner" };
        return agency with
        {
            Policies = [policy with { Rules = [.. policy.Rules, new() { Id = "ask", Category = Category.Question, Any = ["wann"] }], Patterns = [.. policy.Patterns, new(Category.Question, [new(ActionKind.Answer), new(ActionKind.Assign)])] }],
            Replies = [.. agency.Replies, hours with { Approval = new(hours.ComputeHash(), "owner", new(2026, 6, 1)) }],
        };
    }
}
