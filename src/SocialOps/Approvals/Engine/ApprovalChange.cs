using System.Text.Json;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Notifications;
using SocialOps.People;
using SocialOps.Work;

namespace SocialOps.Approvals;

/// <summary>A decision in the making: each event is folded into the state at once, so that what follows sees it.</summary>
internal sealed class ApprovalChange(ApprovalRequest? state, ApprovalPolicy policy, ApprovalFacts facts, Instant now)
{
    private readonly List<ApprovalEvent> _events = [];
    private readonly List<AuditEvent> _audit = [];
    private readonly List<WorkDraft> _work = [];
    private readonly List<Notice> _notices = [];
    private string? _unattended;

    public ApprovalRequest State { get; private set; } = state!;

    public ApprovalPolicy Policy => policy;

    public ApprovalFacts Facts => facts;

    public Instant Now => now;

    public StepTally Tally => new(State, policy, facts, now);

    /// <summary>Folds an event in and writes it down for people.</summary>
    public void Emit(ApprovalEvent happened, Actor actor, string action, string sentence)
    {
        State = ApprovalFold.Apply(_events.Count == 0 && happened is ApprovalEvent.Submitted ? null : State, happened = happened with { At = now });
        _events.Add(happened);
        _audit.Add(new(now, actor, $"approval.{action}", State.Id.Value, $"{sentence} (policy {State.Policy} v{State.PolicyVersion})"));
    }

    /// <summary>Moves a part along the table of transitions; there is no other way.</summary>
    public void Move(string part, ApprovalTrigger trigger, Actor actor, string reason)
    {
        var from = State.FindPart(part)!.State;
        var to = ApprovalTransitions.Find(from, trigger) ?? throw new InvalidOperationException($"Nothing leads from {from} by {trigger}.");
        Emit(new ApprovalEvent.PartMoved(part, trigger, to, reason), actor, $"part-{to.ToString().ToLowerInvariant()}", $"'{part}' {State.FindPart(part)!.Hash.Abbreviated}: {from} -> {to}: {reason}");
    }

    public void Schedule(ApprovalClock clock, int number, int second, Instant dueAt)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(new ApprovalClockPayload(clock, number, second), ApprovalJson.Default.ApprovalClockPayload);
        _work.Add(new(ApprovalClockPayload.WorkKind, State.Id.Value, WorkClass.Normal, dueAt, $"{State.Id}/{clock}/{number}/{second}/{State.Sequence}", payload));
    }

    /// <summary>Tells somebody; the same thing about the same state once only.</summary>
    public void Tell(Recipient who, string what, string text, bool isUrgent = false, bool isRepeat = false)
    {
        var id = new NoticeId($"approval/{State.Id}/{State.Sequence}/{what}/{who.Key}");
        if (_notices.All(n => n.Id != id))
        {
            _notices.Add(new() { Id = id, Recipient = who, SubjectId = State.Id.Value, Text = text, IsUrgent = isUrgent, IsRepeat = isRepeat, CreatedAt = now });
        }
    }

    /// <summary>Tells the account owner, or the last resort when there is none.</summary>
    public void TellOwner(string what, string text)
    {
        if (policy.Definition.AccountOwner is { } owner)
        {
            Tell(new Recipient.OfAgency(owner), what, text);
        }
        else
        {
            _unattended = text;
        }
    }

    public ApprovalTransition Accept() => new()
    {
        Outcome = new ApprovalOutcome.Accepted(),
        State = State,
        Events = _events,
        Audit = _audit,
        Work = _work,
        Notices = _notices,
        Unattended = _unattended,
    };

    public static Actor ActorOf(Recipient who, string via = "portal") => who switch
    {
        Recipient.OfAgency person => Actor.Person(person.Person.Value, via),
        Recipient.OfClient contact => Actor.ClientContact(contact.Contact, via),
        _ => Actor.Engine,
    };
}

/// <summary>The clocks of a request.</summary>
internal enum ApprovalClock
{
    Reminder,
    Step,
    Dissent,
    Review,
    Cycle,
}

/// <summary>Which clock a work row stands for.</summary>
internal sealed record ApprovalClockPayload(ApprovalClock Clock, int Number, int Second)
{
    public const string WorkKind = "approval.clock";
}
