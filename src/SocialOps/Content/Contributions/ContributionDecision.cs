using System.Globalization;
using System.Text;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.People;
using SocialOps.Work;

namespace SocialOps.Content.Contributions;

/// <summary>Decides what becomes of a contribution. Pure.</summary>
internal static class ContributionDecision
{
    public const string WorkKind = "content.contribution";

    /// <summary>Reminders at half and at nine tenths of the time; at its end it is overdue.</summary>
    private static readonly int[] Marks = [50, 90, 100];

    public static ContributionTransition Request(ContributionRequest request)
    {
        if (request.DueAt <= request.RequestedAt)
        {
            throw new InvalidTransitionException($"Contribution {request.Id}", $"it cannot be due at {request.DueAt}, which is not after now. Choose a later time.");
        }

        var rows = Marks.Select(m => new WorkDraft(WorkKind, request.Id.Value, WorkClass.Normal, DueAt(request, m), $"{request.Id}/{m}", Encoding.UTF8.GetBytes(m.ToString(CultureInfo.InvariantCulture))));
        return new(request, [Event(request, "requested", request.RequestedBy, request.RequestedAt, $"{request.Kind} from {request.Supplier} by {request.Medium}, due {request.DueAt}: {request.What}")], [.. rows], new(request.Supplier, $"Please send by {request.DueAt}: {request.What}", 0));
    }

    public static ContributionTransition Receive(ContributionRequest request, ContributionMedium by, string outcome, Actor actor, Instant now)
        => End(request, ContributionState.Received, outcome, actor, now) with { State = request with { State = ContributionState.Received, Outcome = outcome, ReceivedBy = by, EndedAt = now } };

    public static ContributionTransition Waive(ContributionRequest request, string reason, Actor actor, Instant now) => End(request, ContributionState.Waived, reason, actor, now);

    /// <summary>A mark of the time has passed; <see langword="null"/> when it is no longer owed.</summary>
    public static ContributionTransition? Pass(ContributionRequest request, int mark, Instant now)
    {
        if (!request.IsOpen || now < DueAt(request, mark))
        {
            return null;
        }

        if (mark >= 100)
        {
            var overdue = request with { State = ContributionState.Overdue };
            return new(overdue, [Event(request, "overdue", Actor.Engine, now, request.What)], [], new(Asker(request), $"Overdue since {request.DueAt}: {request.What} ({request.Supplier})", 100));
        }

        var reminded = request with { Reminders = request.Reminders + 1 };
        var reminder = request.Medium == ContributionMedium.Phone
            ? new ContributionNote(Asker(request), $"Please call {request.Supplier}: {request.What}, due {request.DueAt}", mark)
            : new ContributionNote(request.Supplier, $"Reminder, due {request.DueAt}: {request.What}", mark);
        return new(reminded, [Event(request, "reminded", Actor.Engine, now, $"{reminder.Recipient}: {reminder.Text}")], [], reminder);
    }

    private static ContributionTransition End(ContributionRequest request, ContributionState state, string outcome, Actor actor, Instant now)
    {
        if (!request.IsOpen)
        {
            throw new InvalidTransitionException($"Contribution {request.Id}", $"it was {request.State} at {request.EndedAt}. Ask for a new one if more is needed.");
        }

        return new(request with { State = state, Outcome = outcome, EndedAt = now }, [Event(request, state == ContributionState.Received ? "received" : "waived", actor, now, outcome)], [], null);
    }

    /// <summary>At its due instant it is still in time; a microsecond later it is overdue.</summary>
    private static Instant DueAt(ContributionRequest request, int percent)
        => percent >= 100 ? request.DueAt + Duration.FromTicks(10) : request.RequestedAt + ((request.DueAt - request.RequestedAt) * percent / 100);

    /// <summary>Whoever asked, where that is a person; a program's question is the supplier's own matter.</summary>
    private static Recipient Asker(ContributionRequest request) => request.RequestedBy.Kind switch
    {
        ActorKind.Person => new Recipient.OfAgency(new(request.RequestedBy.Id)),
        ActorKind.ClientContact => new Recipient.OfClient(request.Client, request.RequestedBy.Id),
        _ => request.Supplier,
    };

    private static AuditEvent Event(ContributionRequest request, string what, Actor actor, Instant now, string detail) => new(now, actor, $"contribution.{what}", request.Id.Value, detail);
}

/// <summary>What a decision changes; committed as a whole.</summary>
internal sealed record ContributionTransition(ContributionRequest State, IReadOnlyList<AuditEvent> Events, IReadOnlyList<WorkDraft> Work, ContributionNote? Note);

/// <summary>Who is told what, at which mark of the time.</summary>
internal sealed record ContributionNote(Recipient Recipient, string Text, int Mark);
