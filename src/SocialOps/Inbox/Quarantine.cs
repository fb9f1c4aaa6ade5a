using NodaTime;
using SocialOps.Auditing;
using SocialOps.Incidents;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>Deliveries that nobody could read: kept with their bytes, and each an incident with a responsible person and a deadline (reliability F18).</summary>
internal static class Quarantine
{
    public static async ValueTask<WorkOutcome> EnterAsync(IStoreTransaction transaction, Stored<RawDelivery> raw, IReadOnlyList<Finding> findings, Instant now, CancellationToken cancellationToken)
    {
        var faults = findings.Count > 0 ? findings : [Finding.Error("", "no client is defined that it could belong to.")];
        var detail = string.Join(" ", faults);
        await transaction.PutAsync(InboxRecords.Raw, raw.Value with { Findings = faults }, raw.Version, cancellationToken).ConfigureAwait(false);
        await transaction.AppendAsync(new AuditEvent(now, Actor.Engine, "inbox.quarantined", raw.Value.Id, $"It cannot be read: {faults.Count} fault(s), {string.Join(", ", faults.Select(f => f.Path.Length == 0 ? "as a whole" : $"at {f.Path}").Distinct())}."), cancellationToken).ConfigureAwait(false);
        await IncidentUnit.OpenAsync(transaction, IncidentKind.QuarantinedDelivery, raw.Value.Id, raw.Value.Client, $"A delivery cannot be read; put the cause right and read it again, or discard it: {detail}", now, cancellationToken).ConfigureAwait(false);
        return WorkOutcome.Done;
    }

    /// <summary>It is out of quarantine, if it was in it.</summary>
    public static async ValueTask<Stored<RawDelivery>> LeaveAsync(IStoreTransaction transaction, Stored<RawDelivery> raw, Actor actor, string why, Instant now, CancellationToken cancellationToken)
    {
        if (raw.Value.Findings is null)
        {
            return raw;
        }

        var left = raw.Value with { Findings = null };
        await transaction.PutAsync(InboxRecords.Raw, left, raw.Version, cancellationToken).ConfigureAwait(false);
        await transaction.AppendAsync(new AuditEvent(now, actor, "inbox.released", raw.Value.Id, why), cancellationToken).ConfigureAwait(false);
        await IncidentUnit.CloseAsync(transaction, IncidentKind.QuarantinedDelivery, raw.Value.Id, actor, why, now, cancellationToken).ConfigureAwait(false);
        return new(left, raw.Version + 1);
    }

    /// <summary>The row that reads it once more.</summary>
    public static WorkDraft ReadAgain(string id, Instant now) => new(ProcessHandler.WorkKind, id, WorkClass.Normal, now, $"{id}/{now.ToUnixTimeTicks()}", default);
}
