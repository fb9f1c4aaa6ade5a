using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.People;
using static SocialOps.Tests.Content.Variants;

namespace SocialOps.Tests.Content;

public sealed class ContentDecisionTests
{
    private static readonly ContentTerms Terms = new()
    {
        Client = TestAgency.Shop,
        Accounts = new Dictionary<ChannelAccountId, NetworkLimits>(),
        Authors = new HashSet<PersonId> { TestAgency.Ada },
        Contacts = new HashSet<string> { "owner" },
    };

    [Fact]
    public void Decide_EditOfOneVariant_LeavesTheOtherApproved()
    {
        var item = Approved(Item(Saying("a", "one"), Saying("b", "two")));

        var after = Decide(item, new ContentCommand.Revise([Saying("a", "one"), Saying("b!", "two")]));

        after.State.Variants.Select(v => v.State).Should().Equal(VariantState.Approved, VariantState.Draft);
        after.Revision!.Number.Should().Be(2);
    }

    [Fact]
    public void Decide_SameBytes_MakesNoRevision()
    {
        var item = Item(Saying("a"));

        var after = Decide(item, new ContentCommand.Revise([Saying("a  \r\n")]));

        after.State.Should().BeSameAs(item);
        after.Revision.Should().BeNull();
        after.Events.Should().BeEmpty();
    }

    [Fact]
    public void Decide_ScheduleOnly_ChangesNoHashAndNoState()
    {
        var item = Approved(Item(Saying("a")));
        var at = TestAgency.Friday + NodaTime.Duration.FromDays(1);

        var after = Decide(item, new ContentCommand.Schedule(new(at, at, at))).State;

        after.ComputeBundleHash().Should().Be(item.ComputeBundleHash());
        after.Variants.Should().BeSameAs(item.Variants);
        after.Revision.Should().Be(item.Revision);
    }

    [Fact]
    public void Decide_DecisionForOtherBytes_IsRefused()
        => FluentActions.Invoking(() => Decide(Item(Saying("a")), new ContentCommand.Move(new("shop-x"), VariantTrigger.Submit, Saying("b").ComputeHash(), 1, "")))
            .Should().Throw<InvalidTransitionException>().WithMessage("*was meant for*Look at the change and decide anew.");

    [Fact]
    public void Decide_SubmitOfRefusedBytes_IsRefusedEvenAfterADetour()
    {
        var item = Move(Move(Item(Saying("a")), VariantTrigger.Submit), VariantTrigger.RequestChanges);
        var edited = Decide(item, new ContentCommand.Revise([Saying("b")])).State;
        var back = Decide(edited, new ContentCommand.Revise([Saying("a")])).State;

        FluentActions.Invoking(() => Move(back, VariantTrigger.Submit)).Should().Throw<InvalidTransitionException>().WithMessage("*the very bytes that changes were asked for*");
        Move(edited, VariantTrigger.Submit).Variants[0].State.Should().Be(VariantState.InReview);
    }

    [Fact]
    public void Decide_Withdrawn_CannotBeEdited()
        => FluentActions.Invoking(() => Decide(Move(Item(Saying("a")), VariantTrigger.Withdraw), new ContentCommand.Revise([Saying("b")]))).Should().Throw<InvalidTransitionException>().WithMessage("*Nothing is any more; write a new item.");

    [Theory]
    [InlineData(ActorKind.Person, "ada", true)]
    [InlineData(ActorKind.Person, "ben", false)]
    [InlineData(ActorKind.ClientContact, "owner", true)]
    [InlineData(ActorKind.ClientContact, "ada", false)]
    [InlineData(ActorKind.Service, "import", true)]
    public void Decide_Actor_MayWriteByRole(ActorKind kind, string id, bool may)
    {
        var act = () => ContentDecision.Decide(Item(Saying("a")), new ContentCommand.Revise([Saying("b")]), Terms, new(kind, id, "test"), TestAgency.Friday);

        if (may)
        {
            act.Should().NotThrow();
        }
        else
        {
            act.Should().Throw<InvalidTransitionException>();
        }
    }

    [Fact]
    public void Decide_PlanOutsideItsWindow_IsRefused()
    {
        var at = TestAgency.Friday + NodaTime.Duration.FromDays(1);

        FluentActions.Invoking(() => Decide(Item(Saying("a")), new ContentCommand.Schedule(new(at, at + NodaTime.Duration.FromHours(1), at + NodaTime.Duration.FromHours(2))))).Should().Throw<InvalidTransitionException>().WithMessage("*is not in the window*");
    }

    private static ContentItem Item(params Variant[] variants) => ContentDecision.Create(new("item"), TestAgency.Shop, new("t", ContentKind.General, [], []), variants, Terms, TestOps.Ada, TestAgency.Friday).State;

    private static ContentTransition Decide(ContentItem item, ContentCommand command) => ContentDecision.Decide(item, command, Terms, TestOps.Ada, TestAgency.Friday);

    private static ContentItem Move(ContentItem item, VariantTrigger trigger)
        => item.Variants.Aggregate(item, (i, v) => Decide(i, new ContentCommand.Move(v.Account, trigger, v.Hash, 1, "test")).State);

    private static ContentItem Approved(ContentItem item) => Move(Move(item, VariantTrigger.Submit), VariantTrigger.Approve);
}
