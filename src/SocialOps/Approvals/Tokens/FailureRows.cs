using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Approvals;

/// <summary>The counts of failures in the store. An address is kept as a hash, and forgotten when its last failure no longer matters.</summary>
internal static class FailureRows
{
    public const string WorkKind = "approval.forget";

    public static string KeyOf(TenantId tenant, string address) => $"address/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant}|{address}")))}";

    public static string KeyOf(ApprovalRequestId request) => $"request/{request}";

    public static async ValueTask<FailureCount?> FindAsync(IStoreTransaction transaction, string key, CancellationToken cancellationToken)
        => (await transaction.FindAsync(ApprovalRecords.Failures, key, cancellationToken).ConfigureAwait(false))?.Value;

    /// <summary>One more failure.</summary>
    /// <returns>Whether it locks the address.</returns>
    public static async ValueTask<bool> AddAsync(IStoreTransaction transaction, string key, bool isAddress, Instant now, CancellationToken cancellationToken)
    {
        var stored = await transaction.FindAsync(ApprovalRecords.Failures, key, cancellationToken).ConfigureAwait(false);
        var next = (stored?.Value ?? new(key, [])).Add(now);
        await transaction.PutAsync(ApprovalRecords.Failures, next, stored?.Version ?? 0, cancellationToken).ConfigureAwait(false);
        if (isAddress)
        {
            var due = now + Duration.FromMinutes(2);
            await transaction.ScheduleAsync(new(WorkKind, key, WorkClass.Bulk, due, $"{key}/{due.ToUnixTimeSeconds() / 60}", default), cancellationToken).ConfigureAwait(false);
        }

        return isAddress && next.LocksAddress(now);
    }

    public static async ValueTask ForgetAsync(IStoreTransaction transaction, string key, CancellationToken cancellationToken)
    {
        if (await transaction.FindAsync(ApprovalRecords.Failures, key, cancellationToken).ConfigureAwait(false) is { } stored)
        {
            await transaction.RemoveAsync(ApprovalRecords.Failures.Name, key, stored.Version, cancellationToken).ConfigureAwait(false);
        }
    }
}

/// <summary>Forgets an address whose failures no longer matter.</summary>
internal sealed class ForgetHandler : ITransactionalHandler
{
    public string Kind => FailureRows.WorkKind;

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        if (await FailureRows.FindAsync(transaction, work.SubjectId, cancellationToken).ConfigureAwait(false) is { } count && now - count.Failures[^1] >= Duration.FromMinutes(1))
        {
            await FailureRows.ForgetAsync(transaction, work.SubjectId, cancellationToken).ConfigureAwait(false);
            return WorkOutcome.Done;
        }

        return WorkOutcome.Superseded("It has failed again since; a later row forgets it.");
    }
}
