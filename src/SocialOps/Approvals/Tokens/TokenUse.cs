namespace SocialOps.Approvals;

/// <summary>Somebody uses a token.</summary>
/// <param name="Text">The token as it came in; anything at all.</param>
/// <param name="Kind">What they decide.</param>
/// <param name="Address">Where they come from, e.g. an IP address: only its hash is kept, for the limit of ten failures a minute.</param>
public sealed record TokenUse(string Text, DecisionKind Kind, string Address)
{
    /// <summary>The six digits that they typed.</summary>
    public string? Code { get; init; }

    /// <summary>The signed-in person or contact, as the host knows them; <see langword="null"/> without a session.</summary>
    public People.Recipient? SignedIn { get; init; }

    /// <summary>The approver's words.</summary>
    public string? Comment { get; init; }

    /// <summary>The door it came through.</summary>
    public string Via { get; init; } = "link";

    /// <summary>Ids of what proves it.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>A mail reply whose sender the host has verified and that was read as a plain yes.</summary>
    internal bool IsVerifiedMail { get; init; }
}

/// <summary>Why a token was refused, in the order in which it is checked. The caller never learns which; the audit does.</summary>
public enum TokenRefusal
{
    /// <summary>Too many failures from this address within a minute.</summary>
    AddressLocked,

    /// <summary>It has not 52 characters.</summary>
    Length,

    /// <summary>It is no token's text.</summary>
    Form,

    /// <summary>There is no such token.</summary>
    Unknown,

    /// <summary>Too many failures for this request.</summary>
    RequestLocked,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was used.</summary>
    Used,

    /// <summary>A new revision or a newer token has taken its place.</summary>
    Superseded,

    /// <summary>It was taken back.</summary>
    Revoked,

    /// <summary>The approver is not entitled any more.</summary>
    NotEligible,

    /// <summary>The step is closed.</summary>
    StepClosed,

    /// <summary>The content has changed.</summary>
    ContentChanged,

    /// <summary>The approver is the author, or edited last.</summary>
    FourEyes,

    /// <summary>The code is wrong or missing, five codes were wrong, or the session is somebody else's or missing.</summary>
    Assurance,

    /// <summary>This token does not allow this decision, or a comment is missing.</summary>
    Decision,
}

/// <summary>What became of a token's use.</summary>
/// <param name="Request">The request afterwards when it was decided; <see langword="null"/> for every refusal, which all look alike.</param>
public sealed record TokenAnswer(ApprovalRequest? Request)
{
    /// <summary>The one refusal.</summary>
    public static TokenAnswer Refused { get; } = new((ApprovalRequest?)null);

    /// <summary>Whether the decision holds.</summary>
    public bool IsDecided => Request is not null;
}
