using NodaTime;
using SocialOps.People;
using SocialOps.Publishing;

namespace SocialOps.Inbox;

/// <summary>What may be done to a case.</summary>
internal abstract record CaseCommand
{
    /// <summary>Its first item has arrived.</summary>
    public sealed record Open(InboundItem Item, PublicationId NewPublication) : CaseCommand;

    /// <summary>One more item has arrived.</summary>
    public sealed record Join(InboundItem Item) : CaseCommand;

    /// <summary>More is known of an item: it has spread, was edited or withdrawn.</summary>
    public sealed record Learned(InboundItem Before, InboundItem After) : CaseCommand;

    /// <summary>An escalation step is due.</summary>
    public sealed record StepDue(long Sequence) : CaseCommand;

    /// <summary>A clock's deadline has passed.</summary>
    public sealed record ClockDue(ClockKind Kind, long Sequence) : CaseCommand;

    /// <summary>The hourly look at a wave is due.</summary>
    public sealed record WaveDue(long Sequence) : CaseCommand;

    /// <summary>A person says how high the wave is.</summary>
    public sealed record SetWave(Crisis.WaveLevel Level, string Reason) : CaseCommand;

    /// <summary>A notice that the case waits for was handed over.</summary>
    public sealed record NoticeDelivered(Instant At) : CaseCommand;

    /// <summary>A reply was sent, or could not be.</summary>
    public sealed record ReplyOutcome(PublicationState State, string? Reason, string? InReplyTo, Instant At) : CaseCommand;

    /// <summary>Somebody says "mine": that stops the escalation step and nothing else.</summary>
    public sealed record Claim : CaseCommand;

    /// <summary>A person decides that no reaction is due.</summary>
    public sealed record Acknowledge(string Reason) : CaseCommand;

    /// <summary>A person answers; without a text with the proposed reply.</summary>
    public sealed record Reply(PublicationId NewPublication, CaseReply Content, InboundItem? Seen = null) : CaseCommand;

    /// <summary>Somebody begins to write a reply.</summary>
    public sealed record BeginReply : CaseCommand;

    /// <summary>A person has an item hidden, deleted or reported, or its author blocked.</summary>
    public sealed record Moderate(ItemModeration Decision) : CaseCommand;

    /// <summary>A person puts it off at the client's signed risk.</summary>
    public sealed record Defer(RiskAcceptance Acceptance, Instant Until, string Reason) : CaseCommand;

    /// <summary>The risk is not taken any more.</summary>
    public sealed record RevokeDeferral(string Reason) : CaseCommand;

    /// <summary>A step of the complaint's dialogue was taken elsewhere.</summary>
    public sealed record RecordStep(ComplaintStep Step, string What) : CaseCommand;

    /// <summary>The client has said what may be offered.</summary>
    public sealed record ClientAnswers(ClientAnswer Answer) : CaseCommand;

    /// <summary>A person says what it is.</summary>
    public sealed record Relabel(Channels.Category Category, Channels.ComplaintCause Cause, Channels.Severity Severity, string Reason, InboundItem Item) : CaseCommand;

    /// <summary>The dialogue's row is due: silence, the next contact, or the question whether all is well.</summary>
    public sealed record DialogueDue(long Sequence) : CaseCommand;

    /// <summary>A person proposes a reply, which is approved before it is sent.</summary>
    public sealed record ProposeReply(int Drafts) : CaseCommand;

    /// <summary>A draft of a proposed reply was approved.</summary>
    public sealed record SendApproved(ReplyProposal Proposal, ProposedDraft Draft, string Request) : CaseCommand;

    /// <summary>A person tells the client.</summary>
    public sealed record ContactClient(string Text) : CaseCommand;

    /// <summary>A person makes another one responsible.</summary>
    public sealed record HandOver(Recipient To, string Reason) : CaseCommand;

    /// <summary>Items of the case are erased.</summary>
    /// <param name="Stubs">What each item's id becomes.</param>
    /// <param name="WaveAuthors">Their authors, as the wave knows them.</param>
    /// <param name="Successor">What the case is about afterwards, where somebody else wrote in it too.</param>
    /// <param name="Thread">What the thread's name becomes, where nothing of it is left.</param>
    public sealed record Erase(IReadOnlyDictionary<string, string> Stubs, IReadOnlyList<string> WaveAuthors, InboundItem? Successor, string? Thread) : CaseCommand;

    /// <summary>A person has settled it.</summary>
    public sealed record Settle(string Reason) : CaseCommand;
}
