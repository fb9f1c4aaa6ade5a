using NodaTime;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>How approvals are kept.</summary>
internal static class ApprovalRecords
{
    /// <summary>The versions of a policy, in order.</summary>
    public static readonly RecordKind<PolicyVersion> Policies = new("approval-policy", 1, ApprovalJson.Default.PolicyVersion, p => PolicyKey(p.Definition.Id, p.Version));

    /// <summary>Slot 1: by subject and time. Slot 2: open ones by client. Slot 3: those with an emergency, by client and time.</summary>
    public static readonly RecordKind<ApprovalRequest> Requests = new(
        "approval-request",
        1,
        ApprovalJson.Default.ApprovalRequest,
        r => r.Id.Value,
        r => new RecordIndexes(
            $"{SubjectKey(r.Kind, r.SubjectId)}{IndexText.Of(r.SubmittedAt)}",
            r.IsOpen ? $"{r.Client}/{IndexText.Of(r.SubmittedAt)}" : null,
            r.Emergencies.Count > 0 ? $"{r.Client}/{IndexText.Of(r.Emergencies[^1].At)}" : null));

    public static readonly RecordKind<StoredApprovalEvent> Events = new("approval-event", 1, ApprovalJson.Default.StoredApprovalEvent, e => $"{e.Request}/{e.Number:D6}");

    /// <summary>Slot 1: by whom it waits for, soonest first. Slot 2: by request.</summary>
    public static readonly RecordKind<PendingApproval> Pending = new(
        "approval-pending",
        1,
        ApprovalJson.Default.PendingApproval,
        p => $"{p.Request}/{p.WaitsFor.Key}",
        p => new RecordIndexes($"{p.WaitsFor.Key}/{IndexText.Of(p.DueAt)}", $"{p.Request}/"));

    /// <summary>Slot 1: by end. Slot 2: by delegate.</summary>
    public static readonly RecordKind<Delegation> Delegations = new("approval-delegation", 1, ApprovalJson.Default.Delegation, d => d.Id.Value, d => new RecordIndexes(IndexText.Of(d.HoldsUntil), $"{d.To.Key}/"));

    public static readonly RecordKind<ApprovalArrangement> Arrangements = new("approval-arrangement", 1, ApprovalJson.Default.ApprovalArrangement, a => a.Client.Value);

    /// <summary>Slot 1: by request. Slot 2: by the mail that carried it.</summary>
    public static readonly RecordKind<ApprovalToken> Tokens = new("approval-token", 1, ApprovalJson.Default.ApprovalToken, t => t.Hash, t => new RecordIndexes($"{t.Request}/", t.MessageId is { } id ? $"{id}/" : null));

    public static readonly RecordKind<FailureCount> Failures = new("approval-failures", 1, ApprovalJson.Default.FailureCount, f => f.Key);

    public static string PolicyKey(ApprovalPolicyId id, int version) => $"{id}/{version:D6}";

    public static string SubjectKey(ApprovalSubjectKind kind, string id) => $"{kind}/{id}/";
}

/// <summary>One version of a policy.</summary>
internal sealed record PolicyVersion(ApprovalPolicyDefinition Definition, int Version, Instant DefinedAt);

/// <summary>One event of a request, as it is kept beside the request.</summary>
internal sealed record StoredApprovalEvent(ApprovalRequestId Request, int Number, ApprovalEvent Event);

/// <summary>What waits for somebody's decision.</summary>
/// <param name="Request">The request.</param>
/// <param name="WaitsFor">Whose decision; a delegate sees it too.</param>
/// <param name="Client">The client.</param>
/// <param name="Kind">What is to be approved.</param>
/// <param name="SubjectId">Its id.</param>
/// <param name="Step">The step, from 0: name it in the decision.</param>
/// <param name="Parts">The parts that wait, with the hashes to be shown.</param>
/// <param name="DueAt">The last instant at which a decision is in time.</param>
public sealed record PendingApproval(ApprovalRequestId Request, Recipient WaitsFor, ClientId Client, ApprovalSubjectKind Kind, string SubjectId, int Step, IReadOnlyList<ApprovalPart> Parts, Instant DueAt);
