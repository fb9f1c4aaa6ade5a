using SocialOps.Content;
using SocialOps.Content.Contributions;
using SocialOps.Inbox;
using SocialOps.Incidents;
using SocialOps.Notifications;
using SocialOps.Publishing;
using SocialOps.Work;

namespace SocialOps.Invariants;

/// <summary>I6, I11, I12 of the rows that are open or dead. Rows that are done are too many to read again; what they have done shows in the records.</summary>
internal sealed class WorkCheck : IInvariantCheck
{
    public async ValueTask RunAsync(InvariantWalk walk, CancellationToken cancellationToken)
    {
        foreach (var state in (WorkState[])[WorkState.Open, WorkState.Dead])
        {
            await foreach (var row in walk.WorkAsync(state, cancellationToken).ConfigureAwait(false))
            {
                await CheckAsync(walk, row, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask CheckAsync(InvariantWalk walk, WorkItem row, CancellationToken cancellationToken)
    {
        var id = $"work {row.Id}";
        if (row.Attempt > row.Fence || (row.Attempt == 0 && (row.LastError is not null || row.State == WorkState.Dead)))
        {
            walk.Add(Invariant.CurrentFence, id, $"The row '{row.Kind}' is {row.State} after {row.Attempt} attempt(s) of {row.Fence} claim(s): something other than a claim has changed it. Find out what wrote it.");
        }

        if (row.State == WorkState.Dead && string.IsNullOrWhiteSpace(row.LastError))
        {
            walk.Add(Invariant.ReasonAndActor, id, $"The row '{row.Kind}' about {row.SubjectId} is dead without a recorded reason. Look at what it is about.");
        }

        if (row.Tenant != walk.Transaction.Tenant || !await HasSubjectAsync(walk, row, cancellationToken).ConfigureAwait(false))
        {
            walk.Add(Invariant.OneTenant, id, $"The row '{row.Kind}' is about {row.SubjectId}, which is not in this tenant. Find out what wrote it.");
        }
    }

    private static ValueTask<bool> HasSubjectAsync(InvariantWalk walk, WorkItem row, CancellationToken cancellationToken) => row.Kind switch
    {
        CaseClocks.WorkKind or CaseEscalation.WorkKind or NotifyHandler.DeliveredKind or PublicationOutcome.WorkKind => walk.ExistsAsync(InboxRecords.Cases, row.SubjectId, cancellationToken),
        ProcessHandler.WorkKind => walk.ExistsAsync(InboxRecords.Raw, row.SubjectId, cancellationToken),
        PublicationDraft.WorkKind => walk.ExistsAsync(PublicationRecords.Publications, row.SubjectId, cancellationToken),
        IncidentUnit.WorkKind => walk.ExistsAsync(IncidentRecords.Incidents, row.SubjectId, cancellationToken),
        ContributionDecision.WorkKind => walk.ExistsAsync(ContentRecords.Contributions, row.SubjectId, cancellationToken),
        NoticeBoard.WorkKind => walk.ExistsAsync(NotificationRecords.Mailboxes, row.SubjectId, cancellationToken),
        _ => new(true),
    };
}
