using NodaTime;

namespace SocialOps.Inbox;

/// <summary>The dialogue with whoever complained: from the apology to the question, days later, whether all is well. A case has at most one; others who join the thread get reactions of their own.</summary>
public sealed record ComplaintDialogue
{
    /// <summary>Who complained.</summary>
    public required string Author { get; init; }

    /// <summary>The author's latest item.</summary>
    public required string Item { get; init; }

    /// <summary>The network's own id of that item: what the dialogue's replies answer.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Where it stands.</summary>
    public ComplaintStage Stage { get; init; }

    /// <summary>The author claims compensation: the client decides (requirement 0.15).</summary>
    public bool ClaimsCompensation { get; init; }

    /// <summary>The client has been asked for; that outlasts an apology that is still due.</summary>
    public bool NeedsClient { get; init; }

    /// <summary>We have spoken last: Resolve pauses.</summary>
    public bool AwaitsAuthor { get; init; }

    /// <summary>What the reply on its way stands for.</summary>
    public ComplaintEvent? OnItsWay { get; init; }

    /// <summary>How the client is being reached.</summary>
    public ClientReach Client { get; init; } = ClientReach.NotYet;

    /// <summary>How often the author's word has opened it again.</summary>
    public int Reopened { get; init; }

    /// <summary>The number of the row that looks at it next (silence, the next contact, the question whether all is well); 0 for none, older ones are superseded.</summary>
    public long Sequence { get; init; }

    /// <summary>What the machine's guards look at.</summary>
    internal ComplaintFacts Facts(Channels.Severity severity) => new(severity, ClaimsCompensation, Client.Answer is not null);
}

/// <summary>How the client is being reached: one contact after the other, in the order of <see cref="People.ClientContact.Topics"/>, until one answers (requirement 0.16).</summary>
/// <param name="Told">How many contacts were told in this round.</param>
/// <param name="Round">How many rounds ended without an answer.</param>
/// <param name="IsDelivered">A notice was handed over.</param>
/// <param name="Answer">What the client said.</param>
public sealed record ClientReach(int Told = 0, int Round = 0, bool IsDelivered = false, ClientAnswer? Answer = null)
{
    /// <summary>Nobody was told yet.</summary>
    public static ClientReach NotYet { get; } = new();
}

/// <summary>What a contact at the client says to a complaint.</summary>
/// <param name="Contact">The contact's id at the client.</param>
/// <param name="Text">What was said: what may be offered.</param>
/// <param name="AllowsCompensation">Whether compensation may be promised; without it no reply may (requirement 0.15).</param>
/// <param name="At">When it was recorded.</param>
public sealed record ClientAnswer(string Contact, string Text, bool AllowsCompensation, Instant At);
