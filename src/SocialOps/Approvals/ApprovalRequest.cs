using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Content;
using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>A request for approval and all that was decided in it. Immutable; always the fold of its events.</summary>
public sealed record ApprovalRequest
{
    /// <summary>The request's id.</summary>
    public required ApprovalRequestId Id { get; init; }

    /// <summary>The client whose content it is.</summary>
    public required ClientId Client { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required ApprovalSubjectKind Kind { get; init; }

    /// <summary>Its id among those of its kind.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The policy.</summary>
    public required ApprovalPolicyId Policy { get; init; }

    /// <summary>The policy's version, which holds to the end: editing a policy voids no approval in flight.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Recipient Author { get; init; }

    /// <summary>How much may go wrong.</summary>
    public RiskClass Risk { get; init; }

    /// <summary>When it is to go out.</summary>
    public Instant? PublishAt { get; init; }

    /// <summary>When it may go out; <see langword="null"/> for whenever.</summary>
    public ApprovalWindow? Window { get; init; }

    /// <summary>When it was submitted.</summary>
    public required Instant SubmittedAt { get; init; }

    /// <summary>How many events made it what it is.</summary>
    public int Sequence { get; init; }

    /// <summary>The parts, in the order of the subject.</summary>
    public IReadOnlyList<PartReview> Parts { get; init; } = [];

    /// <summary>What is being asked just now, part by part at its own step.</summary>
    public IReadOnlyList<StepRun> Runs { get; init; } = [];

    /// <summary>Every decision, in order; none is ever removed.</summary>
    public IReadOnlyList<ApprovalDecision> Decisions { get; init; } = [];

    /// <summary>Sent without waiting.</summary>
    public IReadOnlyList<EmergencyRelease> Emergencies { get; init; } = [];

    /// <summary>Objections and what became of them (requirement 4.16).</summary>
    public IReadOnlyList<Dissent> Dissents { get; init; } = [];

    /// <summary>The standing approval that needs no person, if that is what this is.</summary>
    public StandingGrant? Standing { get; init; }

    /// <summary>What hosts reported about the delivery of notices.</summary>
    public IReadOnlyList<NoticeDelivery> Deliveries { get; init; } = [];

    /// <summary>Whether somebody is still asked.</summary>
    [JsonIgnore]
    public bool IsOpen => Parts.Any(p => p.State == PartState.InReview);

    /// <summary>The part with this name, or <see langword="null"/>.</summary>
    public PartReview? FindPart(string name)
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            if (Parts[i].Name == name)
            {
                return Parts[i];
            }
        }

        return null;
    }

    internal StepRun? FindRun(int number) => Runs.FirstOrDefault(r => r.Number == number);
}

/// <summary>Where one part stands.</summary>
/// <param name="Name">The part.</param>
/// <param name="Hash">The hash of its latest version.</param>
/// <param name="Revision">How many versions it has had in this request.</param>
/// <param name="State">Where it stands, for editors.</param>
/// <param name="Run">The run of a step in which it is asked for; 0 for none.</param>
/// <param name="Round">1 when first submitted, one more each time it comes back after changes were requested.</param>
/// <param name="LastEditor">Who made the latest version.</param>
/// <param name="Reason">Why it stands there.</param>
/// <param name="PublishedAt">When it went out: from then on nothing is revoked.</param>
public sealed record PartReview(string Name, ContentHash Hash, int Revision, PartState State, int Run, int Round, Recipient LastEditor, string? Reason = null, Instant? PublishedAt = null);

/// <summary>One time of asking: a step, for the parts that reached it together.</summary>
/// <param name="Number">Its number in the request, from 1.</param>
/// <param name="Step">The step, from 0.</param>
/// <param name="OpenedAt">When it was asked.</param>
/// <param name="DueAt">The last instant at which an answer is in time.</param>
/// <param name="Parts">The parts with the hashes that were shown.</param>
/// <param name="Asked">Who was asked, delegates included.</param>
/// <param name="NoticeNamesSilence">The notice named date, time and the consequence of silence.</param>
/// <param name="Reminders">How many reminders have gone out.</param>
/// <param name="EscalatedAt">Since when the account owner decides.</param>
public sealed record StepRun(int Number, int Step, Instant OpenedAt, Instant DueAt, IReadOnlyList<ApprovalPart> Parts, IReadOnlyList<Recipient> Asked, bool NoticeNamesSilence = false, int Reminders = 0, Instant? EscalatedAt = null);

/// <summary>Sent without waiting for approval: counted, told to the client at once, reviewed within one working day.</summary>
/// <param name="Number">Its number in the request, from 1.</param>
/// <param name="Parts">Exactly what was released.</param>
/// <param name="By">Who took it on themselves.</param>
/// <param name="Reason">Why it could not wait.</param>
/// <param name="At">When.</param>
/// <param name="ReviewDueAt">The last instant at which the review is in time.</param>
/// <param name="ReviewedAt">When it was reviewed.</param>
/// <param name="ReviewedBy">Who reviewed it.</param>
/// <param name="WasRight">What the review found.</param>
/// <param name="Review">The reviewer's words.</param>
public sealed record EmergencyRelease(int Number, IReadOnlyList<ApprovalPart> Parts, Recipient By, string Reason, Instant At, Instant ReviewDueAt, Instant? ReviewedAt = null, Recipient? ReviewedBy = null, bool? WasRight = null, string? Review = null);

/// <summary>An approval given once for much: an approved pool entry filled only by its listed variables, or the autonomy grant of an accepted agreement.</summary>
/// <param name="GrantId">The pool entry, or the grant.</param>
/// <param name="Version">Its version.</param>
/// <param name="Approved">The hash that was approved: the entry, or the grant's text.</param>
/// <param name="Filled">The hash of exactly what is sent under it.</param>
public sealed record StandingGrant(string GrantId, int Version, ContentHash Approved, ContentHash Filled);

/// <summary>What a host reported about a notice.</summary>
/// <param name="Run">The run that the notice asked for.</param>
/// <param name="Recipient">Whose notice.</param>
/// <param name="EvidenceId">What proves it: a receipt, a bounce.</param>
/// <param name="At">When it was delivered, or came back.</param>
/// <param name="Bounced">It came back.</param>
public sealed record NoticeDelivery(int Run, Recipient Recipient, string EvidenceId, Instant At, bool Bounced = false);
