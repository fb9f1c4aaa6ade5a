using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Content;
using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>What happened in a request. A request is the fold of its events and nothing else.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(StepOpened), "stepOpened")]
[JsonDerivedType(typeof(Decided), "decided")]
[JsonDerivedType(typeof(PartMoved), "partMoved")]
[JsonDerivedType(typeof(PartRevised), "partRevised")]
[JsonDerivedType(typeof(Revoked), "revoked")]
[JsonDerivedType(typeof(Reminded), "reminded")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(Rescheduled), "rescheduled")]
[JsonDerivedType(typeof(Released), "released")]
[JsonDerivedType(typeof(Reviewed), "reviewed")]
[JsonDerivedType(typeof(Objected), "objected")]
[JsonDerivedType(typeof(Settled), "settled")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(Published), "published")]
[JsonDerivedType(typeof(Warned), "warned")]
internal abstract record ApprovalEvent
{
    /// <summary>When.</summary>
    public Instant At { get; init; }

    public sealed record Submitted(ApprovalRequest Request) : ApprovalEvent;

    public sealed record StepOpened(StepRun Run) : ApprovalEvent;

    public sealed record Decided(ApprovalDecision Decision) : ApprovalEvent;

    public sealed record PartMoved(string Part, ApprovalTrigger Trigger, PartState To, string? Reason) : ApprovalEvent;

    public sealed record PartRevised(string Part, ContentHash Hash, Recipient By, int Round) : ApprovalEvent;

    public sealed record Revoked(int Decision, Recipient By, string Reason) : ApprovalEvent;

    public sealed record Reminded(int Run, int Count, IReadOnlyList<Recipient> Asked) : ApprovalEvent;

    public sealed record Escalated(int Run, Instant DueAt, Recipient Owner) : ApprovalEvent;

    public sealed record Rescheduled(Instant? PublishAt, ApprovalWindow? Window, Recipient By) : ApprovalEvent;

    public sealed record Released(EmergencyRelease Release) : ApprovalEvent;

    public sealed record Reviewed(int Release, Recipient By, bool WasRight, string Review) : ApprovalEvent;

    public sealed record Objected(Dissent Dissent) : ApprovalEvent;

    public sealed record Settled(int Dissent, DissentOutcome Outcome, Recipient? Decider, string Reason) : ApprovalEvent;

    public sealed record Delivered(NoticeDelivery Delivery) : ApprovalEvent;

    public sealed record Published(string Part, ContentHash Hash) : ApprovalEvent;

    /// <summary>Something that people should know, and that changes nothing.</summary>
    public sealed record Warned(string Code, string Text) : ApprovalEvent;
}
