using SocialOps.Inbox;

namespace SocialOps.Console.Team;

/// <summary>Leads a case on as somebody would to whom everything goes well: settles it, or takes the next step of a complaint's dialogue.</summary>
internal static class DialogueDesk
{
    public static ValueTask<Case> LeadOnAsync(CaseService cases, Case open, Actor actor, string contact, CancellationToken cancellationToken) => open.Dialogue switch
    {
        { Stage: ComplaintStage.Received } => cases.RecordStepAsync(open.Id, actor, ComplaintStep.Apologise, "Apologised in person.", cancellationToken),
        { Stage: ComplaintStage.ClientContacted, Client.Answer: not null } => cases.RecordStepAsync(open.Id, actor, ComplaintStep.OfferSolution, "Offered what the client allows.", cancellationToken),
        { Stage: ComplaintStage.NeedsClient or ComplaintStage.ClientContacted or ComplaintStage.ClientUnreachable } => cases.RecordClientAnswerAsync(open.Id, actor, contact, "Offer what is usual.", true, cancellationToken),
        { Stage: ComplaintStage.SolutionOffered } => cases.RecordStepAsync(open.Id, actor, ComplaintStep.Accept, "The author accepts.", cancellationToken),
        { Stage: ComplaintStage.Settled } => cases.RecordStepAsync(open.Id, actor, ComplaintStep.FollowUp, "All is well.", cancellationToken),
        _ => cases.SettleAsync(open.Id, actor, "Settled with the author.", cancellationToken),
    };
}
