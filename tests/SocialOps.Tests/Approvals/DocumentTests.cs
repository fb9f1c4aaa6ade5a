using SocialOps.Approvals;
using SocialOps.People;
using static SocialOps.Tests.Approvals.Room;

namespace SocialOps.Tests.Approvals;

/// <summary>What docs/concepts/approvals.md shows.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void Diagram_InTheDocs_IsDrawnFromTheTable()
        => ConceptPage.Read("approvals.md").Should().Contain($"```mermaid\n{ApprovalTransitions.ToMermaid()}```");

    [Fact]
    public void Table_EachMove_IsUniqueAndNothingLeavesTheTerminalStates()
    {
        ApprovalTransitions.All.Select(t => (t.From, t.Trigger)).Should().OnlyHaveUniqueItems();
        ApprovalTransitions.All.Should().NotContain(t => t.From == PartState.Rejected || t.From == PartState.Withdrawn);
    }

    [Fact]
    public void Snippets_OfThePage_Run()
    {
        var (facts, now, hash) = (Ordinary, Monday, Hash("v1"));
        var (ada, ben, carla) = (Ada, Ben, Carla);

        // snippet: approvals-decide
        var policy = new ApprovalPolicy(new()
        {
            Id = new("content"),
            Steps =
            [
                new() { Name = "agency", Approvers = [new ApproverSelector.Role(PersonRole.Approver)] },
                new() { Name = "client", Approvers = [ApproverSelector.ClientApprover], DueIn = new SocialOps.Time.ResponseTarget.BusinessDays(2) },
            ],
        });
        var subject = new ApprovalSubject(ApprovalSubjectKind.Content, "post-7", [new("facebook", hash)]);
        var request = ApprovalEngine.Decide(null, new ApprovalCommand.Submit(new("r1"), subject, Author: ada), policy, facts, now).State;
        foreach (var approver in new[] { ben, carla })
        {
            request = ApprovalEngine.Decide(request, new ApprovalCommand.Decide(DecisionKind.Approve, approver, Via: "portal"), policy, facts, now).State;
        }

        var verdict = ApprovalValidity.Check(request!, new CurrentContent(subject.Parts), policy, facts, now);
        // end snippet

        verdict.ToString().Should().Be("valid: Quorum");
    }

    [Fact]
    public async Task ServiceSnippet_OfThePage_Runs()
    {
        await using var engine = await ApprovalOps.StartAsync();
        var (tenant, hash, ada, ben) = (engine.Ops.Ops, Hash("v1"), Ada, Ben);

        // snippet: approvals-service
        var subject = new ApprovalSubject(ApprovalSubjectKind.Content, "post-7", [new("facebook", hash)]);
        var submitted = await tenant.Approvals.SubmitAsync(new("shop"), subject, author: ada);
        var waiting = (await tenant.Approvals.QueryPendingAsync(ben)).Items[0];
        var answer = await tenant.Approvals.ExecuteAsync(waiting.Request, new ApprovalCommand.Decide(DecisionKind.Approve, ben, Via: "portal")
        {
            Parts = waiting.Parts, // what was shown
            Step = waiting.Step,
        });
        var says = answer.Outcome switch
        {
            ApprovalOutcome.AlreadyDecided first => $"{first.By} was first, at {first.At}",
            ApprovalOutcome.Refused refused => string.Join(" ", refused.Reasons),
            _ => "thank you",
        };
        // end snippet

        submitted.IsAccepted.Should().BeTrue();
        says.Should().Be("thank you");
    }
}
