using NodaTime;
using SocialOps.Channels;
using SocialOps.Crisis;
using SocialOps.Escalations;
using SocialOps.People;
using SocialOps.Responses;

namespace SocialOps.Inbox;

/// <summary>What one thread asks of the agency: its clocks, who is responsible, and how it ended. While it is open, something is due and somebody is responsible.</summary>
public sealed record Case
{
    /// <summary>The case's id.</summary>
    public required CaseId Id { get; init; }

    /// <summary>The client it concerns.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The thread.</summary>
    public required string Thread { get; init; }

    /// <summary>The network.</summary>
    public required string Network { get; init; }

    /// <summary>The account on which it arrived, where known.</summary>
    public ChannelAccountId? Account { get; init; }

    /// <summary>The item that it is about: the one that opened it, or the gravest that joined.</summary>
    public required string Item { get; init; }

    /// <summary>The network's own id of that item: what a reply answers.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string Author { get; init; }

    /// <summary>The beginning of its text, for people.</summary>
    public required string Excerpt { get; init; }

    /// <summary>What that item is on its network.</summary>
    public ItemKind Kind { get; init; }

    /// <summary>What it is about.</summary>
    public required Category Category { get; init; }

    /// <summary>What a complaint is about.</summary>
    public ComplaintCause Cause { get; init; }

    /// <summary>Who knows about what its first item says (requirement 4.12), in the order of the client's definition.</summary>
    public IReadOnlyList<People.Recipient> Experts { get; init; } = [];

    /// <summary>How grave it is, the wave's share included.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The revision of the definitions that it began with.</summary>
    public required long Revision { get; init; }

    /// <summary>When it was opened.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>How many items it holds.</summary>
    public int Items { get; init; } = 1;

    /// <summary>The highest counters seen of its items.</summary>
    public ItemCounters Counters { get; init; }

    /// <summary>What its thread shows: how fast comments, reactions and shares come, and from whom.</summary>
    public ThreadWave Wave { get; init; } = ThreadWave.None;

    /// <summary>The wave level that people act on.</summary>
    public WaveAlarm Alarm { get; init; } = WaveAlarm.Calm;

    /// <summary>The levels that the wave has come to, in their order; at most the latest forty.</summary>
    public IReadOnlyList<WaveMoment> Levels { get; init; } = [];

    /// <summary>What was usual where it came in when it began: the 95th percentiles of comments an hour by the age of a thread; empty where too little was known.</summary>
    public IReadOnlyList<int> Usual { get; init; } = [];

    /// <summary>What a wave of level 3 and above has brought; <see langword="null"/> where it never came so far.</summary>
    public CaseCrisis? Crisis { get; init; }

    /// <summary>The number of the row that looks at the wave next; older ones are superseded.</summary>
    public long WaveSequence { get; init; }

    /// <summary>Whether the agency or the client answers it.</summary>
    public bool ClientReplies { get; init; }

    /// <summary>The saved reply that the policy proposes.</summary>
    public SavedReplyId? ProposedReply { get; init; }

    /// <summary>The item's language as BCP 47 writes it, where something tells.</summary>
    public string? Language { get; init; }

    /// <summary>The marks of the wordings that this thread has been sent: none is sent twice.</summary>
    public IReadOnlyList<string> UsedWordings { get; init; } = [];

    /// <summary>Who is responsible now.</summary>
    public Recipient? Responsible { get; init; }

    /// <summary>When somebody said "mine".</summary>
    public Instant? ClaimedAt { get; init; }

    /// <summary>When the author saw a first reaction, or a person decided that none is due.</summary>
    public Instant? AcknowledgedAt { get; init; }

    /// <summary>When a person or a sent reply moved it last.</summary>
    public Instant? LastActionAt { get; init; }

    /// <summary>The dialogue with whoever complained; <see langword="null"/> where nobody did, or where the client replies itself.</summary>
    public ComplaintDialogue? Dialogue { get; init; }

    /// <summary>It is put off at the client's signed risk.</summary>
    public CaseDeferral? Deferral { get; init; }

    /// <summary>Somebody is writing a reply.</summary>
    public WritingLease? Writing { get; init; }

    /// <summary>A reply is on its way.</summary>
    public bool ReplyPending { get; init; }

    /// <summary>How many replies were sent.</summary>
    public int Replies { get; init; }

    /// <summary>When its only item was withdrawn by its author while a reply was on its way: the case closes when the reply's outcome is known. <see langword="null"/> otherwise.</summary>
    public Instant? WithdrawnAt { get; init; }

    /// <summary>Its clocks, at most one of each kind.</summary>
    public IReadOnlyList<CaseClock> Clocks { get; init; } = [];

    /// <summary>Clocks that ended in time.</summary>
    public int ClocksMet { get; init; }

    /// <summary>Clocks that passed their deadline, whether they ended since or not.</summary>
    public int ClocksBreached { get; init; }

    /// <summary>The climb through the people who are told.</summary>
    public EscalationRun? Escalation { get; init; }

    /// <summary>The number of the escalation's current row; older ones are superseded.</summary>
    public long EscalationSequence { get; init; }

    /// <summary>How often an escalation step has told somebody.</summary>
    public int StepsFired { get; init; }

    /// <summary>Numbers the case's rows and notices.</summary>
    public long Sequence { get; init; }

    /// <summary>When it was closed; <see langword="null"/> while it is open.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>Why it was closed.</summary>
    public CloseReason? CloseReason { get; init; }

    /// <summary>What the package's promise is looked up for.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ServicePackages.ServiceSubject Subject => new(Network, Kind, Category, Severity);

    /// <summary>The clock of a kind, or <see langword="null"/>.</summary>
    public CaseClock? FindClock(ClockKind kind) => Clocks.FirstOrDefault(c => c.Kind == kind);
}

/// <summary>Why a case was closed.</summary>
public enum CloseReason
{
    /// <summary>A person, or a thank-you that is all it needed, settled it.</summary>
    Settled,

    /// <summary>The client replies and has been told (requirement 0.9).</summary>
    HandedOver,

    /// <summary>The policy says that nothing is due.</summary>
    NoActionDue,

    /// <summary>Its author has withdrawn the only item; it stays listed.</summary>
    WithdrawnByAuthor,

    /// <summary>What it was about was erased (GDPR Art. 17, or the end of its retention).</summary>
    Erased,
}
