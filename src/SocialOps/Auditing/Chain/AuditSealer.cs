using NodaTime;
using SocialOps.Storage;

namespace SocialOps.Auditing.Chain;

/// <summary>Seals what was appended since, a seal a transaction.</summary>
internal static class AuditSealer
{
    private const int MostOfASeal = 500;

    /// <summary>How far the chain is sealed, and its last seal.</summary>
    public static async ValueTask<(AuditHead Head, AuditSeal? Seal)> HeadAsync(IStoreTransaction transaction, CancellationToken cancellationToken)
    {
        var last = await AuditRecords.FindLastAsync(transaction, cancellationToken).ConfigureAwait(false);
        using var empty = new AuditChain(transaction.Tenant);
        return (last?.Head ?? empty.Head, last);
    }

    /// <summary>Seals the next events.</summary>
    /// <returns>Where the chain stands, and whether more is left.</returns>
    public static async ValueTask<(AuditHead Head, bool IsMoreLeft)> SealAsync(IStoreTransaction transaction, Instant now, CancellationToken cancellationToken)
    {
        using var chain = new AuditChain((await HeadAsync(transaction, cancellationToken).ConfigureAwait(false)).Head);
        var first = chain.Sequence + 1;
        var page = await transaction.QueryAuditAsync(new AuditQuery(Limit: MostOfASeal, Continue: AuditPages.After(chain.Sequence)), cancellationToken).ConfigureAwait(false);
        if (page.Items.Count > 0)
        {
            var marks = new byte[page.Items.Count * AuditChain.MarkLength];
            foreach (var (i, one) in page.Items.Index())
            {
                if (one.Sequence != chain.Sequence + 1)
                {
                    throw new InvalidDataException($"Audit event {chain.Sequence + 1} of tenant '{transaction.Tenant}' is missing: after {chain.Sequence} comes {one.Sequence}. Nothing is sealed over a gap; compare with a backup.");
                }

                chain.Next(one);
                chain.Mark.CopyTo(marks.AsSpan(i * AuditChain.MarkLength));
            }

            await transaction.PutAsync(AuditRecords.Seals, new AuditSeal(first, chain.Sequence, chain.Hash.ToArray(), marks, now), 0, cancellationToken).ConfigureAwait(false);
        }

        return (chain.Head, page.Next is not null);
    }
}

/// <summary>Positions in the list of audit events.</summary>
internal static class AuditPages
{
    public static string? After(long sequence) => sequence == 0 ? null : PageToken.OfNumbers(sequence, 0).ToString();
}
