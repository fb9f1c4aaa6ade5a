using SocialOps.Publishing;

namespace SocialOps.Tests.Publishing;

public sealed class PublicationLifecycleTests
{
    [Fact]
    public void Table_EveryRow_StandsOnceAndReachesEveryState()
    {
        PublicationLifecycle.Table.Select(r => (r.From, r.Trigger)).Should().OnlyHaveUniqueItems();
        PublicationLifecycle.Table.Select(r => r.To).Append(PublicationState.Scheduled).Distinct().Should().BeEquivalentTo(Enum.GetValues<PublicationState>());
        PublicationLifecycle.Table.Select(r => r.Trigger).Distinct().Should().BeEquivalentTo(Enum.GetValues<PublicationTrigger>());
    }

    [Fact]
    public void Table_ToSending_LeadsOnlyFromScheduled()
        => PublicationLifecycle.Table.Where(r => r.To == PublicationState.Sending).Select(r => r.From).Should().Equal(PublicationState.Scheduled);

    [Fact]
    public void Table_FromDoubt_LeadsBackOnlyByProofOrByAPerson()
        => PublicationLifecycle.Table.Where(r => r.From is PublicationState.OutcomeUnknown or PublicationState.NeedsHuman && r.To == PublicationState.Scheduled).Select(r => r.Trigger)
            .Should().Equal(PublicationTrigger.ProveAbsence, PublicationTrigger.Release);

    [Fact]
    public void ToMermaid_Table_IsTheDiagramInTheDocument()
        => ConceptPage.Read("publishing.md").Should().Contain($"```mermaid\n{PublicationLifecycle.ToMermaid()}```");
}
