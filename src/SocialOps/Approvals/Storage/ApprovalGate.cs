using NodaTime;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>
/// What publishing asks in the transaction that makes an attempt (reliability F26), and tells when something went out. The check writes the request's row unchanged: a revocation, an edit
/// or a second attempt that runs at the same time conflicts with it on every store, so what was valid when checked is valid when the attempt is committed.
/// </summary>
internal sealed class ApprovalGate(ApprovalUnit unit)
{
    /// <summary>Whether exactly these bytes may be sent now.</summary>
    /// <param name="transaction">The transaction that makes the attempt.</param>
    /// <param name="kind">What is to be sent.</param>
    /// <param name="subjectId">Its id; its latest request counts.</param>
    /// <param name="current">The parts about to be sent, with the hashes of exactly the bytes that the connector gets, and the slot.</param>
    /// <param name="now">Now.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The verdict and the request it rests on; no request at all is a verdict that is not valid.</returns>
    public async ValueTask<(ApprovalVerdict Verdict, ApprovalRequest? Request)> CheckAsync(IStoreTransaction transaction, ApprovalSubjectKind kind, string subjectId, CurrentContent current, Instant now, CancellationToken cancellationToken)
    {
        if (await FindLatestAsync(transaction, kind, subjectId, cancellationToken).ConfigureAwait(false) is not { } id
            || await transaction.FindAsync(ApprovalRecords.Requests, id.Value, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return (new(null, []) { Reasons = [$"{kind} {subjectId} was never submitted for approval."] }, null);
        }

        var verdict = await CheckAsync(transaction, stored.Value, current, now, cancellationToken).ConfigureAwait(false);
        if (verdict.IsValid)
        {
            await transaction.PutAsync(ApprovalRecords.Requests, stored.Value, stored.Version, cancellationToken).ConfigureAwait(false);
        }

        return (verdict, stored.Value);
    }

    /// <summary>A part went out: from now on its approvals cannot be taken back.</summary>
    public async ValueTask MarkPublishedAsync(IStoreTransaction transaction, ApprovalRequestId request, ApprovalPart part, Instant now, CancellationToken cancellationToken)
    {
        var stored = await transaction.GetAsync(ApprovalRecords.Requests, request.Value, cancellationToken).ConfigureAwait(false);
        await unit.ExecuteAsync(transaction, stored, new ApprovalCommand.MarkPublished(part), now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The verdict alone, for people who ask.</summary>
    public async ValueTask<ApprovalVerdict> CheckAsync(IStoreTransaction transaction, ApprovalRequest request, CurrentContent current, Instant now, CancellationToken cancellationToken)
    {
        var policy = await ApprovalUnit.PolicyAsync(transaction, request.Policy, request.PolicyVersion, cancellationToken).ConfigureAwait(false);
        var facts = await unit.FactsAsync(transaction, request.Client, now, cancellationToken).ConfigureAwait(false);
        return ApprovalValidity.Check(request, current, policy, facts, now);
    }

    public static async ValueTask<ApprovalRequestId?> FindLatestAsync(IStoreTransaction transaction, ApprovalSubjectKind kind, string subjectId, CancellationToken cancellationToken)
    {
        var key = ApprovalRecords.SubjectKey(kind, subjectId);
        var page = await transaction.QueryAsync(ApprovalRecords.Requests, new RecordQuery("", 1, key, $"{key[..^1]}0", 1, Descending: true), cancellationToken).ConfigureAwait(false);
        return page.Items is [var latest, ..] ? latest.Value.Id : null;
    }
}
