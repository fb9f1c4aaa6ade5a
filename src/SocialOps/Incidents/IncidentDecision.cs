using NodaTime;
using SocialOps.Auditing;
using SocialOps.Channels;
using SocialOps.Escalations;
using SocialOps.Notifications;
using SocialOps.People;

namespace SocialOps.Incidents;

/// <summary>What becomes of an incident: pure.</summary>
internal static class IncidentDecision
{
    private static readonly Duration ClaimLength = Duration.FromMinutes(30);

    /// <summary>How long people have: half an hour where an author may wait for an answer, an hour otherwise.</summary>
    public static Duration TimeFor(IncidentKind kind) => kind == IncidentKind.UnclearPublication ? Duration.FromMinutes(30) : Duration.FromHours(1);

    /// <summary>Trouble. The same trouble again opens a closed one anew and leaves an open one as it climbs.</summary>
    public static IncidentTransition Open(Incident? known, IncidentKind kind, string subjectId, ClientId? client, string summary, Instant now)
    {
        if (known is { ClosedAt: null })
        {
            return new(known with { Summary = summary }, [], [], null, null);
        }

        var opened = new Incident
        {
            Id = IncidentId.Of(kind, subjectId),
            Kind = kind,
            SubjectId = subjectId,
            Client = client,
            Summary = summary,
            OpenedAt = now,
            DueAt = now + TimeFor(kind),
            Escalation = EscalationRun.Start(now),
            Sequence = (known?.Sequence ?? 0) + 1,
        };
        return new(opened, [Event(opened, Actor.Engine, "opened", $"{kind}; the incident says more.", now)], [], now, null);
    }

    /// <summary>A step is due: the next people are told, or the climb begins anew where the deadline passed after a claim.</summary>
    public static IncidentTransition Step(Incident incident, IncidentTerms terms, Instant now)
    {
        var events = new List<AuditEvent>();
        var run = incident.Escalation!;
        if (!run.IsRunning)
        {
            run = run.Restart(now);
            events.Add(Event(incident, Actor.Engine, "overdue", "Claimed is not closed: the climb begins anew.", now));
        }

        var fired = EscalationEngine.Fire(run, terms.Escalation, Severity.High, now, terms.Resolve);
        events.AddRange(fired.Told.Select(r => Event(incident, Actor.Engine, "told", $"{r} was told.", now)));
        var next = incident with { Escalation = fired.Run, Sequence = incident.Sequence + 1, Responsible = fired.Told.Count > 0 ? fired.Told[0] : incident.Responsible };
        var notices = fired.Told.Select(r => NoticeTo(next, r, run.Round > 0, now)).ToList();
        var unattended = fired.LastResort ? $"nobody can be told: {incident.Summary}" : null;
        return new(next, events, notices, fired.NextAt, unattended);
    }

    /// <summary>"Mine": the climb stops until the deadline, at least half an hour.</summary>
    public static IncidentTransition Claim(Incident incident, PersonId person, Actor actor, Instant now)
    {
        var claimed = incident with
        {
            Responsible = new Recipient.OfAgency(person),
            ClaimedAt = now,
            Escalation = incident.Escalation!.Stop(now),
            Sequence = incident.Sequence + 1,
        };
        return new(claimed, [Event(claimed, actor, "claimed", $"{person} looks after it.", now)], [], Instant.Max(incident.DueAt, now + ClaimLength), null);
    }

    /// <summary>It is over.</summary>
    public static IncidentTransition Close(Incident incident, Actor actor, string resolution, Instant now)
    {
        var closed = incident with { ClosedAt = now, Resolution = resolution, Escalation = incident.Escalation?.Stop(now) };
        return new(closed, [Event(closed, actor, "closed", resolution, now)], [], null, null);
    }

    private static AuditEvent Event(Incident incident, Actor actor, string what, string detail, Instant now) => new(now, actor, $"incident.{what}", incident.Id.Value, detail);

    private static Notice NoticeTo(Incident incident, Recipient recipient, bool isRepeat, Instant now) => new()
    {
        Id = new($"{incident.Id}/{incident.Sequence}/{recipient.Key}"),
        Recipient = recipient,
        SubjectId = incident.Id.Value,
        Text = incident.Summary,
        IsUrgent = true,
        IsRepeat = isRepeat,
        CreatedAt = now,
    };
}

/// <summary>What a decision brings about.</summary>
/// <param name="State">The incident as it stands now.</param>
/// <param name="Events">What happened.</param>
/// <param name="Notices">Who is to be told.</param>
/// <param name="NextAt">When to look again; <see langword="null"/> where no new row is needed.</param>
/// <param name="Unattended">Why nobody could be told.</param>
internal sealed record IncidentTransition(Incident State, IReadOnlyList<AuditEvent> Events, IReadOnlyList<Notice> Notices, Instant? NextAt, string? Unattended);
