using NodaTime;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>A request's tokens.</summary>
internal static class TokenRows
{
    public static async ValueTask<IReadOnlyList<Stored<ApprovalToken>>> OfAsync(IStoreTransaction transaction, ApprovalRequestId request, CancellationToken cancellationToken)
    {
        var (rows, next) = (new List<Stored<ApprovalToken>>(), (string?)null);
        do
        {
            var page = await transaction.QueryAsync(ApprovalRecords.Tokens, new RecordQuery("", 1, $"{request}/", $"{request}0", 1_000, next), cancellationToken).ConfigureAwait(false);
            rows.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null);
        return rows;
    }

    /// <summary>Ends tokens that were good until now: something newer has taken their place.</summary>
    public static async ValueTask SupersedeAsync(IStoreTransaction transaction, ApprovalRequestId request, Func<ApprovalToken, bool> which, Instant now, CancellationToken cancellationToken)
    {
        foreach (var row in await OfAsync(transaction, request, cancellationToken).ConfigureAwait(false))
        {
            if (row.Value is { UsedAt: null, SupersededAt: null, RevokedAt: null } && which(row.Value))
            {
                await transaction.PutAsync(ApprovalRecords.Tokens, row.Value with { SupersededAt = now }, row.Version, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
