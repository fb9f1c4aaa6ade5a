using NodaTime;

namespace SocialOps.Work;

/// <summary>Something that happens later, to be written in the transaction that makes it necessary.</summary>
/// <param name="Kind">Which handler does it, e.g. <c>case.clock</c>.</param>
/// <param name="SubjectId">What it is about, e.g. the case's id.</param>
/// <param name="Class">Which queue it stands in.</param>
/// <param name="DueAt">Not before this instant of the library's clock; rounded up to whole microseconds.</param>
/// <param name="DedupeKey">At most one row ever exists per (tenant, kind, dedupe key).</param>
/// <param name="Payload">What the handler needs; UTF-8 JSON, at most 4 MiB.</param>
/// <param name="PayloadVersion">The payload's shape: a worker that does not know it leaves the row for a newer one.</param>
public sealed record WorkDraft(string Kind, string SubjectId, WorkClass Class, Instant DueAt, string DedupeKey, ReadOnlyMemory<byte> Payload, int PayloadVersion = 1);

/// <summary>A work row.</summary>
/// <param name="Tenant">The row's tenant.</param>
/// <param name="Id">The store's number of the row; rows of one tenant that are due at the same instant run in this order.</param>
/// <param name="Kind">Which handler does it.</param>
/// <param name="SubjectId">What it is about.</param>
/// <param name="Class">Which queue it stands in.</param>
/// <param name="DueAt">Not before this instant of the library's clock.</param>
/// <param name="State">Open, done or dead.</param>
/// <param name="Fence">How often it was claimed; the current claim's number.</param>
/// <param name="Attempt">How often it was claimed and did not end: 1 at the first claim.</param>
/// <param name="DedupeKey">At most one row ever exists per (tenant, kind, dedupe key).</param>
/// <param name="Payload">What the handler needs; empty once the row is done.</param>
/// <param name="PayloadVersion">The payload's shape.</param>
/// <param name="LastError">Why the last attempt failed, or how the row ended: this library's sentence, or the types and codes of somebody else's exception, never its message.</param>
public sealed record WorkItem(
    TenantId Tenant,
    long Id,
    string Kind,
    string SubjectId,
    WorkClass Class,
    Instant DueAt,
    WorkState State,
    long Fence,
    int Attempt,
    string DedupeKey,
    ReadOnlyMemory<byte> Payload,
    int PayloadVersion,
    string? LastError)
{
    /// <summary>This claim of the row: what finishing it needs.</summary>
    public WorkLease Lease => new(Id, Fence);
}

/// <summary>One claim of a work row; finishing under an older fence is refused.</summary>
/// <param name="WorkId">The row.</param>
/// <param name="Fence">The claim's number.</param>
public readonly record struct WorkLease(long WorkId, long Fence);

/// <summary>The queues, the most urgent first: a worker claims from the first that has due rows, so a flood in a later one delays nothing in an earlier one.</summary>
public enum WorkClass
{
    /// <summary>Safety, press, legal, escalations: never behind a flood.</summary>
    Urgent = 0,

    /// <summary>Clocks, replies, notifications.</summary>
    Normal = 1,

    /// <summary>Inbound items, sweeps, housekeeping.</summary>
    Bulk = 2,
}

/// <summary>Where a work row stands.</summary>
public enum WorkState
{
    /// <summary>Waiting for its instant, or being worked on.</summary>
    Open = 0,

    /// <summary>Ended: it had its effect, or it was recorded as superseded.</summary>
    Done = 1,

    /// <summary>Failed too often: a visible open item that waits for a person.</summary>
    Dead = 2,
}
