using NodaTime;
using SocialOps.Approvals;
using SocialOps.People;
using static SocialOps.Tests.Approvals.Room;

namespace SocialOps.Tests.Approvals;

public sealed class DelegationTests
{
    private static readonly Recipient Eva = Agency("eva");
    private readonly Room _room = new() { Facts = Ordinary with { People = Ordinary.People.Values.Append(Person("eva")).Append(Person("finn")).ToDictionary(p => p.Id) } };

    [Fact]
    public void Approve_ForSomebodyElse_IsRecordedAsXForY()
    {
        Delegate(Ben, Eva);
        _room.Submit();

        _room.Approve(Eva).Should().BeOfType<ApprovalOutcome.Accepted>();

        _room.State.Decisions.Single().Who.Should().Be("eva for ben");
        _room.Events.OfType<ApprovalEvent.StepOpened>().First().Run.Asked.Should().Contain(Eva, "the delegate is asked as well");
    }

    [Fact]
    public void Approve_AfterTheDelegationEnded_IsRefused()
    {
        Delegate(Ben, Eva);
        _room.Submit();
        _room.Now = Monday + Duration.FromHours(2);

        Reasons(_room.Do(new ApprovalCommand.Decide(DecisionKind.Approve, Eva, "portal") { OnBehalfOf = Ben })).Should().Be("eva may not decide for ben in step 'agency': no delegation holds now.");
    }

    [Fact]
    public void Approve_JustBeforeTheDelegationEnds_CountsEvenAfterwards()
    {
        Delegate(Ben, Eva);
        _room.Submit();
        _room.Now = Monday + Duration.FromHours(2) - Duration.FromTicks(10);
        _room.Approve(Eva).Should().BeOfType<ApprovalOutcome.Accepted>();
        _room.Approve(Carla);
        _room.Now += Duration.FromHours(3);

        _room.Check().IsValid.Should().BeTrue();
    }

    [Fact]
    public void Approve_ByADelegateOfADelegate_IsRefused()
    {
        Delegate(Ben, Eva);
        Delegate(Eva, Agency("finn"));
        _room.Submit();

        _room.Approve(Agency("finn")).Should().BeOfType<ApprovalOutcome.Refused>("delegations are not transitive");
    }

    [Fact]
    public void Approve_ByTheAuthorAsADelegate_IsRefused()
    {
        _room.Facts = _room.Facts with { People = _room.Facts.People.Values.Select(p => p.Id.Value == "ada" ? p with { Roles = [PersonRole.Author] } : p).ToDictionary(p => p.Id) };
        Delegate(Ben, Ada);
        _room.Submit();

        Reasons(_room.Approve(Ada)).Should().Contain("is the author");
    }

    [Fact]
    public void Approve_ForTheAuthor_IsRefused()
    {
        Delegate(Ada, Eva);
        _room.Submit();

        Reasons(_room.Approve(Eva)).Should().Contain("ada is the author");
    }

    [Theory]
    [InlineData("bakery", null, null)]
    [InlineData(null, "linkedin", null)]
    [InlineData(null, null, "client")]
    public void Approve_OutsideTheScope_IsRefused(string? client, string? part, string? step)
    {
        Delegate(Ben, Eva, d => d with { Client = client is null ? null : new ClientId(client), Part = part, Step = step });
        _room.Submit();

        _room.Approve(Eva).Should().BeOfType<ApprovalOutcome.Refused>();
    }

    [Fact]
    public void Approve_OwnSeatAndAnother_IsOneVoice()
    {
        var room = new Room(TwoSteps with { Steps = [Step("all", Named(Ben), Named(Cem)) with { Quorum = new Quorum.AllOf() }] }) { Facts = _room.Facts };
        room.Facts = room.Facts with { Delegations = [Delegation(Cem, Ben)] };
        room.Submit();
        room.Approve(Ben);

        Reasons(room.Do(new ApprovalCommand.Decide(DecisionKind.Approve, Ben, "portal") { OnBehalfOf = Cem })).Should().Contain("one person has one voice");
    }

    [Fact]
    public void Validate_ToOneselfBackwardsAndAcrossSides_TellsAllFaults()
        => (Delegation(Ben, Ben) with { EndsAt = Monday }).Validate().Concat(Delegation(Carla, Ben).Validate()).Concat(Delegation(Ben, Carla).Validate())
            .Select(f => f.Path).Should().Equal("to", "endsAt", "to", "to");

    private void Delegate(Recipient from, Recipient to, Func<Delegation, Delegation>? more = null)
        => _room.Facts = _room.Facts with { Delegations = [.. _room.Facts.Delegations, more is null ? Delegation(from, to) : more(Delegation(from, to))] };

    private static Delegation Delegation(Recipient from, Recipient to) => new() { Id = new($"{from}-{to}"), From = from, To = to, StartsAt = Monday, EndsAt = Monday + Duration.FromHours(2) };
}
