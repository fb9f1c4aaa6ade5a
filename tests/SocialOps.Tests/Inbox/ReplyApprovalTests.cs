using NodaTime;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.Inbox;
using SocialOps.Incidents;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Tests.Publishing;

namespace SocialOps.Tests.Inbox;

/// <summary>Replies that are approved first, on the same engine as content.</summary>
public sealed class ReplyApprovalTests
{
    private static readonly Recipient Ben = new Recipient.OfAgency(TestAgency.Ben);

    [Fact]
    [Requirement("0.7")]
    public async Task Propose_OneOfTwoDraftsApproved_SendsExactlyThatOneOnce()
    {
        await using var ops = await StartAsync();
        var open = await ops.Ops.ReceiveAsync("Alles kaputt");
        var proposed = await ops.Tenant.Cases.Replies.ProposeAsync(open.Id, TestOps.Ada, ["Das tut uns leid.", "Es tut uns sehr leid."]);
        var before = ops.Ops.Network.Requests;

        await DecideAsync(ops, proposed, DecisionKind.Approve, "draft-2");
        await ops.Ops.PassAsync(Duration.FromHours(2));

        before.Should().Be(0);
        (await ops.Tenant.Cases.Replies.QueryCaseAsync(open.Id)).Items.Select(p => p.Id).Should().Equal(proposed.Proposal!.Id);
        var sent = ops.Ops.Network.Posts.Should().ContainSingle().Subject;
        (sent.Text, ContentHash.Of(sent.Body.Span)).Should().Be(("Es tut uns sehr leid.", proposed.Proposal!.Drafts[1].Hash));
        var published = (await ops.Tenant.Publications.QueryOriginAsync(open.Id.Value)).Items.Should().ContainSingle().Subject;
        (published.State, published.Basis.Kind, published.Basis.GrantedBy.Id).Should().Be((PublicationState.Published, PublicationBasisKind.Quorum, "ben"));
        (await ops.Ops.CaseAsync(open.Id)).AcknowledgedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task Propose_NotApproved_AcknowledgesNothingAndTheClockRunsOn()
    {
        await using var ops = await StartAsync();
        var open = await ops.Ops.ReceiveAsync("Alles kaputt");
        await ops.Tenant.Cases.Replies.ProposeAsync(open.Id, TestOps.Ada, ["Das tut uns leid."]);

        await ops.Ops.PassAsync(Duration.FromHours(1) + Duration.FromSeconds(1));

        var now = await ops.Ops.CaseAsync(open.Id);
        (ops.Ops.Network.Requests, now.AcknowledgedAt, now.ClocksBreached).Should().Be((0, null, 1));
    }

    [Fact]
    public async Task Propose_ChangesRequestedThenProposedAnew_SendsTheSecond()
    {
        await using var ops = await StartAsync();
        var open = await ops.Ops.ReceiveAsync("Alles kaputt");
        await DecideAsync(ops, await ops.Tenant.Cases.Replies.ProposeAsync(open.Id, TestOps.Ada, ["Pech gehabt."]), DecisionKind.RequestChanges, "draft-1");

        await DecideAsync(ops, await ops.Tenant.Cases.Replies.ProposeAsync(open.Id, TestOps.Ada, ["Das tut uns leid."]), DecisionKind.Approve, "draft-1");

        ops.Ops.Network.Posts.Should().ContainSingle().Which.Text.Should().Be("Das tut uns leid.");
    }

    [Fact]
    public async Task Propose_TwoApproved_SendsTheFirstAndTellsTheOther()
    {
        await using var ops = await StartAsync();
        var open = await ops.Ops.ReceiveAsync("Alles kaputt");
        var first = await ops.Tenant.Cases.Replies.ProposeAsync(open.Id, TestOps.Ada, ["Das tut uns leid."]);
        var second = await ops.Tenant.Cases.Replies.ProposeAsync(open.Id, TestOps.Ada, ["Wir kümmern uns."]);
        ops.Ops.Network.Fault = _ => (false, new SocialOps.Channels.PublishResult.NotSent("503"));
        await DecideAsync(ops, first, DecisionKind.Approve, "draft-1");

        await DecideAsync(ops, second, DecisionKind.Approve, "draft-1");
        ops.Ops.Network.Fault = null;
        await ops.Ops.PassAsync(Duration.FromHours(1));

        ops.Ops.Network.Posts.Should().ContainSingle().Which.Text.Should().Be("Das tut uns leid.");
        ops.Ops.Desk.Told.Should().Contain(t => t.Notices.Any(n => n.Text.Contains("another one was faster", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Propose_ApprovalTakenBackBeforeTheSend_IsHeldAndNothingElseIsSent()
    {
        await using var ops = await StartAsync();
        var open = await ops.Ops.ReceiveAsync("Alles kaputt");
        var proposed = await ops.Tenant.Cases.Replies.ProposeAsync(open.Id, TestOps.Ada, ["Das tut uns leid."]);
        ops.Ops.Network.Fault = _ => (false, new SocialOps.Channels.PublishResult.NotSent("503"));
        await DecideAsync(ops, proposed, DecisionKind.Approve, "draft-1");
        ops.Ops.Network.Fault = null;

        await ops.Tenant.Approvals.ExecuteAsync(proposed.Approval.Request!.Id, new ApprovalCommand.Revoke(Ben, "the facts are wrong"));
        await ops.Ops.PassAsync(Duration.FromHours(1));

        ops.Ops.Network.Posts.Should().BeEmpty();
        (await ops.Tenant.Incidents.QueryOpenAsync()).Items.Should().Contain(i => i.Kind == IncidentKind.HeldPublication);
        (await ops.Ops.CaseAsync(open.Id)).ReplyPending.Should().BeTrue("somebody has to confirm or cancel it first");
    }

    [Fact]
    public async Task Propose_TheCaseTurnsToAGraverItem_AnswersTheOneThatItsWriterSaw()
    {
        await using var ops = await StartAsync();
        var open = await ops.Ops.ReceiveAsync("Alles kaputt", thread: "t", id: "mild");
        var proposed = await ops.Tenant.Cases.Replies.ProposeAsync(open.Id, TestOps.Ada, ["Das tut uns leid."]);
        await ops.Ops.ReceiveAsync("Wir brauchen einen Notarzt", thread: "t", id: "grave");

        await DecideAsync(ops, proposed, DecisionKind.Approve, "draft-1");

        ops.Ops.Network.Posts.Should().ContainSingle().Which.InReplyTo.Should().Be("mild");
    }

    [Fact]
    public async Task Reply_WhereRepliesAreApproved_IsRefusedWithTheWay()
    {
        await using var ops = await StartAsync(required: true);
        var open = await ops.Ops.ReceiveAsync("Alles kaputt");

        var reply = async () => await ops.Tenant.Cases.ReplyAsync(open.Id, TestOps.Ada, "Das tut uns leid.");

        (await reply.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*approved before they are sent*ProposeAsync*");
    }

    [Fact]
    public async Task Reply_ApprovalsAreArrangedWhileItWaits_IsHeldByTheGate()
    {
        await using var ops = await StartAsync();
        var open = await ops.Ops.ReceiveAsync("Alles kaputt");
        await ops.Tenant.Cases.ReplyAsync(open.Id, TestOps.Ada, "Das tut uns leid.");
        await RequireAsync(ops);

        await ops.Ops.DrainAsync();

        ops.Ops.Network.Requests.Should().Be(0);
        (await ops.Tenant.Incidents.QueryOpenAsync()).Items.Should().Contain(i => i.Kind == IncidentKind.HeldPublication);
    }

    private static async Task<EditorialOps> StartAsync(bool required = false)
    {
        var ops = await EditorialOps.StartAsync();
        if (required)
        {
            await RequireAsync(ops);
        }

        return ops;
    }

    private static async Task RequireAsync(EditorialOps ops)
    {
        var arrangement = (await ops.Tenant.Approvals.Arrangements.FindAsync(TestAgency.Shop))!;
        await ops.Tenant.Approvals.Arrangements.ArrangeAsync(arrangement with { Required = [new(ApprovalSubjectKind.Reply, new("simple"))] }, TestOps.Ben);
    }

    private static async Task DecideAsync(EditorialOps ops, ProposalAnswer proposed, DecisionKind kind, string draft)
    {
        var part = proposed.Proposal!.Drafts.First(d => d.Name == draft);
        var answer = await ops.Tenant.Approvals.ExecuteAsync(proposed.Approval.Request!.Id, new ApprovalCommand.Decide(kind, Ben, "portal") { Parts = [new(part.Name, part.Hash)], Comment = "so" });
        answer.IsAccepted.Should().BeTrue("{0}", answer.Outcome);
        await ops.Ops.DrainAsync();
    }
}
