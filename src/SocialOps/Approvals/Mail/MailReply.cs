namespace SocialOps.Approvals;

/// <summary>What the host's mail server found out about a sender.</summary>
public enum MailVerdict
{
    /// <summary>Nothing, or not asked.</summary>
    None,

    /// <summary>It fits.</summary>
    Pass,

    /// <summary>It does not fit.</summary>
    Fail,
}

/// <summary>A mail as the host received it. The verdicts are the host's own mail server's, never read from the mail itself.</summary>
/// <param name="From">The sender's address, the one that DMARC spoke about.</param>
/// <param name="To">Whom it was sent to; an address with a plus and a token names the question.</param>
/// <param name="Text">The plain-text body.</param>
public sealed record MailReply(string From, IReadOnlyList<string> To, string Text)
{
    /// <summary>The ids that it answers (In-Reply-To).</summary>
    public IReadOnlyList<string> InReplyTo { get; init; } = [];

    /// <summary>The mail's own id: the evidence.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>SPF of the sending server.</summary>
    public MailVerdict Spf { get; init; }

    /// <summary>A signature of the sender's domain.</summary>
    public MailVerdict Dkim { get; init; }

    /// <summary>DMARC: one of the two speaks for the domain in From.</summary>
    public MailVerdict Dmarc { get; init; }

    /// <summary>An auto-reply, a bounce, a list (Auto-Submitted, Precedence, an empty return path).</summary>
    public bool IsAutomatic { get; init; }

    internal bool IsVerified => Dmarc == MailVerdict.Pass && (Spf == MailVerdict.Pass || Dkim == MailVerdict.Pass);
}

/// <summary>What became of a mail.</summary>
/// <param name="Request">The request afterwards when the mail was a plain yes; otherwise <see langword="null"/>.</param>
/// <param name="ForPeople">Why a person has to read it; <see langword="null"/> when it was a plain yes.</param>
public sealed record MailAnswer(ApprovalRequest? Request, string? ForPeople);
