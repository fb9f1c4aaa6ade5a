using NodaTime;
using SocialOps.Approvals;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Publishing;

/// <summary>An approval of content has moved: the content follows.</summary>
internal sealed class ContentSyncHandler(ContentSync sync) : ITransactionalHandler
{
    public string Kind => ApprovalUnit.MovedKind;

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        var request = await transaction.GetAsync(ApprovalRecords.Requests, work.SubjectId, cancellationToken).ConfigureAwait(false);
        if (request.Value.Kind == ApprovalSubjectKind.Content)
        {
            await sync.ApplyAsync(transaction, request.Value, now, cancellationToken).ConfigureAwait(false);
        }

        return WorkOutcome.Done;
    }
}
