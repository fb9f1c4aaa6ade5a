using SocialOps.Content;

namespace SocialOps.Approvals;

/// <summary>What is to be approved: one engine for all of it.</summary>
public enum ApprovalSubjectKind
{
    /// <summary>Content; a part is the variant of one channel account.</summary>
    Content,

    /// <summary>A reply; a part is a draft, and any one approved draft will do.</summary>
    Reply,

    /// <summary>A change of a schedule.</summary>
    ScheduleChange,

    /// <summary>A version of a client's guideline: both sides sign (requirement 4.20).</summary>
    Guideline,

    /// <summary>A version of an editorial plan: both sides sign (requirement 4.20).</summary>
    Plan,
}

/// <summary>One part of a subject, with the hash of exactly the bytes that are decided on.</summary>
/// <param name="Name">Unique within the subject, e.g. the channel account; at most 100 characters.</param>
/// <param name="Hash">The hash of the part's canonical bytes.</param>
public sealed record ApprovalPart(string Name, ContentHash Hash);

/// <summary>What is to be approved, part by part.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id among those of its kind; at most 100 characters.</param>
/// <param name="Parts">At least one, in the order in which people see them.</param>
public sealed record ApprovalSubject(ApprovalSubjectKind Kind, string Id, IReadOnlyList<ApprovalPart> Parts);

/// <summary>When an approved subject may go out, closed at both ends. Moving the slot inside keeps the approval; outside it does not count.</summary>
/// <param name="NotBefore">The first instant.</param>
/// <param name="NotAfter">The last instant; not before <paramref name="NotBefore"/>.</param>
public sealed record ApprovalWindow(NodaTime.Instant NotBefore, NodaTime.Instant NotAfter)
{
    /// <summary>Whether a slot lies inside.</summary>
    public bool Contains(NodaTime.Instant slot) => NotBefore <= slot && slot <= NotAfter;

    /// <inheritdoc />
    public override string ToString() => $"[{NotBefore}, {NotAfter}]";
}
