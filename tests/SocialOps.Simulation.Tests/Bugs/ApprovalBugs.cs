using SocialOps.Approvals;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Simulation.Tests.Bugs;

/// <summary>What was said about the bytes before an edit counts for those after it.</summary>
internal sealed class ApprovalOutlivesTheEdit(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    protected override async ValueTask<StoredRecord?> FindAsync(IStoreTransaction transaction, string kind, string id)
        => await transaction.FindAsync(kind, id) is { } record ? Changed.Of(ApprovalRecords.Requests, record, r => r with { Decisions = [.. r.Decisions.Select(d => Moved(r, d))] }) : null;

    private static ApprovalDecision Moved(ApprovalRequest request, ApprovalDecision decision)
        => decision.Kind == DecisionKind.Approve ? decision with { Parts = [.. decision.Parts.Select(p => p with { Hash = request.FindPart(p.Name)!.Hash })] } : decision;
}

/// <summary>That an approval was taken back is forgotten.</summary>
internal sealed class RevocationForgotten(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    protected override async ValueTask<StoredRecord?> FindAsync(IStoreTransaction transaction, string kind, string id)
        => await transaction.FindAsync(kind, id) is { } record ? Changed.Of(ApprovalRecords.Requests, record, r => r with { Decisions = [.. r.Decisions.Select(d => d with { RevokedAt = null })] }) : null;
}

/// <summary>Nobody looks whether it is frozen.</summary>
internal sealed class FreezeNotSeen(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    protected override async ValueTask<StoredRecord?> FindAsync(IStoreTransaction transaction, string kind, string id)
        => await transaction.FindAsync(kind, id) is { } record ? Changed.Of(Publishing.FreezeRecords.Freezes, record, f => f with { FrozenAt = default, LiftedAt = default(NodaTime.Instant) }) : null;
}

/// <summary>An approval counts on, though whoever gave it may not approve any more.</summary>
internal sealed class RoleLostCounts(IStore store, IWorkQueue queue) : BuggyStore(store, queue)
{
    protected override async ValueTask<StoredRecord?> FindAsync(IStoreTransaction transaction, string kind, string id)
        => await transaction.FindAsync(kind, id) is { } record ? Changed.Of(ApprovalRecords.Policies, record, p => p with { Definition = p.Definition with { CountsAfterRoleLost = true } }) : null;
}
