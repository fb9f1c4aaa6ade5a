using NodaTime;
using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>What may be done to a request.</summary>
public abstract record ApprovalCommand
{
    private protected ApprovalCommand()
    {
    }

    /// <summary>Asks for approval.</summary>
    /// <param name="Id">The new request's id.</param>
    /// <param name="Subject">What is to be approved.</param>
    /// <param name="Author">Who wrote it.</param>
    /// <param name="Risk">How much may go wrong.</param>
    /// <param name="PublishAt">When it is to go out.</param>
    /// <param name="Window">When it may go out; contains <paramref name="PublishAt"/>.</param>
    /// <param name="Standing">The standing approval that needs no person.</param>
    public sealed record Submit(ApprovalRequestId Id, ApprovalSubject Subject, Recipient Author, RiskClass Risk = RiskClass.Standard, Instant? PublishAt = null, ApprovalWindow? Window = null, StandingGrant? Standing = null) : ApprovalCommand;

    /// <summary>An approver decides.</summary>
    /// <param name="Kind">Approve, Reject or RequestChanges; the last two need a comment.</param>
    /// <param name="By">Who decides.</param>
    /// <param name="Via">The door it came through.</param>
    public sealed record Decide(DecisionKind Kind, Recipient By, string Via) : ApprovalCommand
    {
        /// <summary>The parts with the hashes that the approver has seen; <see langword="null"/> for every part that waits for them, as it is now.</summary>
        public IReadOnlyList<ApprovalPart>? Parts { get; init; }

        /// <summary>The step that the approver was asked in, from 0: a decision for a step that has closed meanwhile does not slip into the next one. <see langword="null"/> for the present one.</summary>
        public int? Step { get; init; }

        /// <summary>In whose place; <see langword="null"/> for the own, or for whoever has delegated.</summary>
        public Recipient? OnBehalfOf { get; init; }

        /// <summary>The approver's words.</summary>
        public string? Comment { get; init; }

        /// <summary>How sure we are that it is the approver.</summary>
        public AssuranceLevel Assurance { get; init; } = AssuranceLevel.SignedIn;

        /// <summary>Ids of what proves it.</summary>
        public IReadOnlyList<string> Evidence { get; init; } = [];
    }

    /// <summary>An approver changes parts while they are asked: a new version, with the approver's own approval attached.</summary>
    /// <param name="By">Who edits.</param>
    /// <param name="Parts">The parts with their new hashes.</param>
    /// <param name="Via">The door it came through.</param>
    /// <param name="Comment">The approver's words.</param>
    /// <param name="Assurance">How sure we are that it is the approver.</param>
    public sealed record EditByApprover(Recipient By, IReadOnlyList<ApprovalPart> Parts, string Via, string? Comment = null, AssuranceLevel Assurance = AssuranceLevel.SignedIn) : ApprovalCommand;

    /// <summary>The parts have new bytes, or are submitted again after changes were requested or nobody decided. Unknown parts join.</summary>
    /// <param name="By">Who edited.</param>
    /// <param name="Parts">The parts with their hashes.</param>
    public sealed record Revise(Recipient By, IReadOnlyList<ApprovalPart> Parts) : ApprovalCommand;

    /// <summary>The slot moves. Inside the approved window that changes no approval; outside, the parts are asked for again.</summary>
    /// <param name="By">Who moves it.</param>
    /// <param name="PublishAt">The new slot.</param>
    /// <param name="Window">The new window; <see langword="null"/> keeps the present one.</param>
    public sealed record Reschedule(Recipient By, Instant? PublishAt, ApprovalWindow? Window = null) : ApprovalCommand;

    /// <summary>Somebody takes their own approvals back, or a client's approver the silence that counted; until it is published.</summary>
    /// <param name="By">Who.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Parts">The parts' names; <see langword="null"/> for all.</param>
    public sealed record Revoke(Recipient By, string Reason, IReadOnlyList<string>? Parts = null) : ApprovalCommand;

    /// <summary>The author's side takes everything back that is not published.</summary>
    /// <param name="By">Who.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Withdraw(Recipient By, string Reason) : ApprovalCommand;

    /// <summary>Break glass: it goes out without waiting. Needs the role DutyManager.</summary>
    /// <param name="By">Who takes it on themselves.</param>
    /// <param name="Reason">Why it cannot wait.</param>
    /// <param name="Parts">Exactly what is released.</param>
    public sealed record ReleaseInEmergency(Recipient By, string Reason, IReadOnlyList<ApprovalPart> Parts) : ApprovalCommand;

    /// <summary>The review after an emergency.</summary>
    /// <param name="By">Who reviews; not who released, unless the policy is in solo mode.</param>
    /// <param name="Release">The release's number.</param>
    /// <param name="WasRight">What it found.</param>
    /// <param name="Text">The reviewer's words.</param>
    public sealed record ReviewEmergency(Recipient By, int Release, bool WasRight, string Text) : ApprovalCommand;

    /// <summary>Somebody objects (requirement 4.16).</summary>
    /// <param name="By">Who.</param>
    /// <param name="Objection">To what, and why.</param>
    /// <param name="Positions">Who holds what.</param>
    public sealed record RaiseObjection(Recipient By, string Objection, IReadOnlyList<DissentPosition> Positions) : ApprovalCommand;

    /// <summary>An objection is settled; by the account owner where there is one.</summary>
    /// <param name="By">Who decides it.</param>
    /// <param name="Dissent">The objection's number.</param>
    /// <param name="Upheld">Whether it is right.</param>
    /// <param name="Reason">Why.</param>
    public sealed record SettleDissent(Recipient By, int Dissent, bool Upheld, string Reason) : ApprovalCommand;

    /// <summary>A host reports what became of a notice.</summary>
    /// <param name="Delivery">What became of it.</param>
    public sealed record RecordDelivery(NoticeDelivery Delivery) : ApprovalCommand;

    /// <summary>A part went out.</summary>
    /// <param name="Part">The part as it went out.</param>
    public sealed record MarkPublished(ApprovalPart Part) : ApprovalCommand;

    internal sealed record ReminderDue(int Run, int Number) : ApprovalCommand;

    internal sealed record StepDue(int Run) : ApprovalCommand;

    internal sealed record DissentDue(int Dissent) : ApprovalCommand;

    internal sealed record ReviewDue(int Release) : ApprovalCommand;

    internal sealed record CycleDue : ApprovalCommand;
}
