namespace SocialOps.Approvals;

/// <summary>How much may go wrong with what is approved.</summary>
public enum RiskClass
{
    /// <summary>Everyday content.</summary>
    Standard,

    /// <summary>Crisis statements, complaint replies, legal, health or finance claims, paid partnership, competitions: a signed-in session decides, silence never does.</summary>
    High,
}

/// <summary>How sure we are that the approver is the one who decided; in ascending order.</summary>
public enum AssuranceLevel
{
    /// <summary>A link was opened and a button pressed.</summary>
    Link,

    /// <summary>A reply by mail whose sender the host has verified, or a typed six-digit code that stands in the mail but not in the link.</summary>
    Verified,

    /// <summary>A signed-in session.</summary>
    SignedIn,
}

/// <summary>Where a part stands, for editors. Whether it may be sent is never read from here, but computed: <see cref="ApprovalValidity"/>.</summary>
public enum PartState
{
    /// <summary>Not submitted.</summary>
    Draft,

    /// <summary>Approvers are asked.</summary>
    InReview,

    /// <summary>Every step has its quorum.</summary>
    Approved,

    /// <summary>An approver wants it changed: back to the author.</summary>
    ChangesRequested,

    /// <summary>Rejected: terminal in this request.</summary>
    Rejected,

    /// <summary>Nobody decided in time.</summary>
    Expired,

    /// <summary>Taken back, or another draft was chosen: terminal.</summary>
    Withdrawn,
}

/// <summary>What an approver decides.</summary>
public enum DecisionKind
{
    /// <summary>Yes, these bytes.</summary>
    Approve,

    /// <summary>No; needs a comment.</summary>
    Reject,

    /// <summary>Not like this; needs a comment.</summary>
    RequestChanges,

    /// <summary>Nobody answered, and that was agreed to count (never made by a person).</summary>
    Tacit,
}

/// <summary>Why something may be sent, from the strongest basis to the weakest.</summary>
public enum ApprovalBasis
{
    /// <summary>The approvers of every step.</summary>
    Quorum,

    /// <summary>A one-person team approved its own work, as its policy openly says.</summary>
    Solo,

    /// <summary>Silence that was agreed to count, with evidence.</summary>
    Tacit,

    /// <summary>An approved pool entry or an accepted autonomy grant.</summary>
    Standing,

    /// <summary>Somebody with the right to do so sent it without waiting; the review follows.</summary>
    Emergency,
}

/// <summary>What an approval of a step speaks about (requirement 4.3).</summary>
public enum ApprovalConcern
{
    /// <summary>Everything.</summary>
    Everything,

    /// <summary>The craft: the specialist's.</summary>
    Form,

    /// <summary>The facts: the company's.</summary>
    Fact,
}
