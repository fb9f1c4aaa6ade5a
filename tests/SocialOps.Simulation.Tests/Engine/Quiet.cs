using NodaTime;
using SocialOps.Inbox;
using SocialOps.Incidents;
using SocialOps.Notifications;
using SocialOps.Publishing;

namespace SocialOps.Simulation.Tests.Engine;

/// <summary>The faults have stopped: within its bound everything is attended to.</summary>
internal sealed class Quiet(History history)
{
    /// <summary>Three attempts, each looked for six times over 53 minutes, and room for a notification's repetitions.</summary>
    private static readonly Duration Bound = Duration.FromHours(5);

    public void Play()
    {
        var end = history.Time.Now + Bound;
        history.EndStalls();
        var acts = 0;
        while (history.Violations.Count == 0)
        {
            Drain();
            if (Act())
            {
                if (++acts > 2000)
                {
                    history.Violate("liveness: people act for ever, and nothing ends.");
                }

                continue;
            }

            history.Network.Appear();
            if (history.Time.Now >= end || IsOver())
            {
                break;
            }

            // A row is due and nobody gets it: the lease of a dead worker has to run out.
            var rest = IsAnythingDue() ? Duration.FromSeconds(31) : history.OpenRows().Select(r => r.DueAt - history.Time.Now).Append(end - history.Time.Now).Min();
            history.Time.Advance(rest);
        }

        history.Seal();
        history.Check(0);
        CheckEverythingEnded();
        CheckNothingWasLost();
        foreach (var area in history.Areas)
        {
            area.CheckEnd();
        }
    }

    private void Drain()
    {
        for (var round = 0; history.GoOnAll(); round++)
        {
            if (round > 2000)
            {
                history.Violate("liveness: the processes go on for ever without time passing.");
                return;
            }
        }

        history.Check(8);
    }

    private bool Act()
    {
        if (history.IsDoorIdle && history.Platform.HasPending)
        {
            history.Platform.Deliver();
            return true;
        }

        return history.Areas.Any(area => area.IsIdle && area.Finish());
    }

    private bool IsAnythingDue(Duration within = default) => history.OpenRows() is [var first, ..] && first.DueAt <= history.Time.Now + within;

    private bool IsOver() => !history.Network.HasLate && !IsAnythingDue(history.Skew)
        && !history.All(InboxRecords.Cases).Any(c => c.ClosedAt is null)
        && !history.All(IncidentRecords.Incidents).Any(i => i.ClosedAt is null)
        && !history.All(PublicationRecords.Publications).Any(IsUnfinished)
        && !history.All(NotificationRecords.Notices).Any(n => n.DeliveredAt is null);

    private static bool IsUnfinished(Publication publication)
        => publication.State is PublicationState.Scheduled or PublicationState.Sending or PublicationState.OutcomeUnknown or PublicationState.NeedsHuman;

    private void CheckEverythingEnded()
    {
        foreach (var row in history.OpenRows().Where(r => r.DueAt <= history.Time.Now))
        {
            history.Violate($"liveness: row {row.Id} ({row.Kind}) of {row.SubjectId} is due since {row.DueAt}: {row.LastError}");
        }

        foreach (var one in history.All(InboxRecords.Cases).Where(c => c.ClosedAt is null))
        {
            history.Violate($"liveness: case {one.Id} is still open{(one.ReplyPending ? ", a reply is pending" : "")}.");
        }

        foreach (var publication in history.All(PublicationRecords.Publications).Where(IsUnfinished))
        {
            history.Violate($"liveness: publication {publication.Id} is still {publication.State}: {publication.Reason}");
        }

        foreach (var notice in history.All(NotificationRecords.Notices).Where(n => n.DeliveredAt is null))
        {
            history.Violate($"liveness: {notice.Recipient} was never told of {notice.SubjectId}.");
        }

        foreach (var incident in history.All(IncidentRecords.Incidents).Where(i => i.ClosedAt is null))
        {
            history.Violate($"liveness: incident {incident.Id} is still open.");
        }
    }

    /// <summary>From outside: each delivery that was acknowledged is stored with its bytes; that it is an item or in quarantine says I1.</summary>
    private void CheckNothingWasLost()
    {
        var stored = history.All(InboxRecords.Raw).Select(r => Convert.ToHexString(r.Bytes)).ToHashSet();
        foreach (var delivery in history.Platform.Accepted.Where(d => !stored.Contains(Convert.ToHexString(d.Bytes.Span))))
        {
            history.Violate($"lost: the platform was thanked for {System.Text.Encoding.UTF8.GetString(delivery.Bytes.Span)}");
        }

        foreach (var published in history.All(PublicationRecords.Publications).Where(p => p.State == PublicationState.Published && history.Network.Find(p.IdempotencyKey) is null))
        {
            history.Violate($"lost: publication {published.Id} counts as published and is not on the network.");
        }
    }
}
