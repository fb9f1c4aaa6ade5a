namespace SocialOps.Content;

/// <summary>Where a variant stands on its way to being approved.</summary>
public enum VariantState
{
    /// <summary>It is being written.</summary>
    Draft,

    /// <summary>People decide about it, step by step.</summary>
    InReview,

    /// <summary>Somebody asked for changes; an edit makes it a draft again.</summary>
    ChangesRequested,

    /// <summary>Every step has agreed to exactly these bytes.</summary>
    Approved,

    /// <summary>Nobody decided in time, or its window passed.</summary>
    Expired,

    /// <summary>Refused; an edit makes it a draft again.</summary>
    Rejected,

    /// <summary>Its author or the agency took it back; nothing follows.</summary>
    Withdrawn,
}

/// <summary>What moves a variant.</summary>
public enum VariantTrigger
{
    /// <summary>Its content was changed: other bytes.</summary>
    Edit,

    /// <summary>Approval is asked for.</summary>
    Submit,

    /// <summary>A step agreed and another one follows.</summary>
    PassStep,

    /// <summary>The last step agreed.</summary>
    Approve,

    /// <summary>Somebody asked for changes.</summary>
    RequestChanges,

    /// <summary>Somebody refused it.</summary>
    Reject,

    /// <summary>A deadline or the window passed.</summary>
    Expire,

    /// <summary>An approval was taken back.</summary>
    Revoke,

    /// <summary>The approved bytes are back after an edit, and their approval still counts.</summary>
    Revalidate,

    /// <summary>It is taken back.</summary>
    Withdraw,
}
