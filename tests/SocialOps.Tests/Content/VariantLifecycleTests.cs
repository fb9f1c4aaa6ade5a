using SocialOps.Content;

namespace SocialOps.Tests.Content;

public sealed class VariantLifecycleTests
{
    [Fact]
    public void Table_EveryRow_StandsOnceAndIsReachable()
    {
        VariantLifecycle.Table.Select(r => (r.From, r.Trigger)).Should().OnlyHaveUniqueItems();
        VariantLifecycle.Table.Select(r => r.To).Append(VariantState.Draft).Distinct().Should().BeEquivalentTo(Enum.GetValues<VariantState>());
        VariantLifecycle.Table.Select(r => r.Trigger).Distinct().Should().BeEquivalentTo(Enum.GetValues<VariantTrigger>());
    }

    [Fact]
    public void Table_ToApproved_LeadsOnlyFromAReviewOrFromBytesApprovedBefore()
        => VariantLifecycle.Table.Where(r => r.To == VariantState.Approved).Select(r => (r.From, r.Trigger)).Should().BeEquivalentTo([(VariantState.InReview, VariantTrigger.Approve), (VariantState.Draft, VariantTrigger.Revalidate)]);

    [Fact]
    public void Table_Edit_AlwaysLeadsToDraft()
        => VariantLifecycle.Table.Where(r => r.Trigger == VariantTrigger.Edit).Should().OnlyContain(r => r.To == VariantState.Draft).And.HaveCount(Enum.GetValues<VariantState>().Length - 1, "only what was withdrawn stays as it is");

    [Fact]
    public void GetNext_NotInTheTable_SaysWhatIsPossible()
        => FluentActions.Invoking(() => VariantLifecycle.GetNext(new("shop-x"), VariantState.ChangesRequested, VariantTrigger.Submit)).Should().Throw<InvalidTransitionException>()
            .WithMessage("Variant shop-x: Submit is not possible while it is ChangesRequested. Possible: Edit, Withdraw.");

    [Fact]
    public void ToMermaid_Table_IsTheDiagramInTheDocument()
        => ConceptPage.Read("content.md").Should().Contain($"```mermaid\n{VariantLifecycle.ToMermaid()}```");
}
