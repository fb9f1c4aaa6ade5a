using NodaTime;
using SocialOps.Console.Desk;
using SocialOps.Console.Team;
using SocialOps.Inbox;
using SocialOps.Notifications;
using SocialOps.People;

namespace SocialOps.Console.Weekend;

/// <summary>
/// People as they are: the first one answers within the hour and goes into the weekend, just as it went. From then on only those act who are told, twelve minutes later; and in the night to
/// Sunday everybody sleeps through the telephone.
/// </summary>
internal sealed class WeekendTeam : ITeam
{
    private static readonly Duration FirstReaction = Duration.FromMinutes(26);
    private static readonly Duration Reaction = Duration.FromMinutes(12);

    private static readonly Interval Asleep = new(WeekendInbox.Start + Duration.FromHours(32), WeekendInbox.Start + Duration.FromHours(38));

    private readonly OpsDesk _desk;
    private readonly Feed _feed;
    private readonly PriorityQueue<(CaseId Case, Recipient Who), Instant> _agenda = new();
    private int _acts;

    public WeekendTeam(OpsDesk desk, Feed feed)
    {
        (_desk, _feed) = (desk, feed);
        desk.Channel.Told += Hear;
    }

    public Instant? NextAt => _agenda.TryPeek(out _, out var at) ? at : null;

    public async Task<bool> ActAsync(Instant now, CancellationToken cancellationToken)
    {
        var acted = false;
        while (_agenda.TryPeek(out var next, out var at) && at <= now)
        {
            _agenda.Dequeue();
            acted |= await ActAsync(next.Case, next.Who, cancellationToken);
        }

        return acted;
    }

    private void Hear(Notification notification)
    {
        if (notification.Recipient is not Recipient.OfAgency || Asleep.Contains(notification.At) || _agenda.UnorderedItems.Any(i => i.Element.Who == notification.Recipient))
        {
            return;
        }

        var id = new CaseId(notification.Notices[^1].SubjectId);
        _agenda.Enqueue((id, notification.Recipient), notification.At + (_acts == 0 ? FirstReaction : Reaction));
    }

    private async Task<bool> ActAsync(CaseId id, Recipient who, CancellationToken cancellationToken)
    {
        var open = await _desk.Ops.Cases.FindAsync(id, cancellationToken);
        if (open is not { ClosedAt: null, ReplyPending: false } || who is not Recipient.OfAgency person)
        {
            return false;
        }

        var actor = Actor.Person(person.Person.Value, "console");
        switch (_acts++)
        {
            case 0:
                _feed.Act(who, "answers with the saved apology, and goes into the weekend");
                await _desk.Ops.Cases.ReplyAsync(id, actor, cancellationToken);
                break;
            case 1:
                _feed.Act(who, "calls the shop's workshop: a new frame, and a rental bike at once");
                await _desk.Ops.Cases.ContactClientAsync(id, actor, "Bitte melden: der gerissene Rahmen wird diskutiert, wir brauchen ein Angebot", cancellationToken);
                await _desk.Ops.Cases.RecordClientAnswerAsync(id, actor, "werkstatt", "Neuer Rahmen auf Garantie, ein Leihrad bis dahin.", true, cancellationToken);
                break;
            case 2:
                _feed.Act(who, "posts the offer: a new frame and a rental bike");
                await _desk.Ops.Cases.ReplyAsync(id, actor, new CaseReply { Text = "Liebe Anke, wir tauschen den Rahmen und stellen dir sofort ein Leihrad. Bitte schick uns deine Nummer per Nachricht.", Step = ComplaintStep.OfferSolution }, cancellationToken);
                break;
            case 3:
                _feed.Act(who, "posts what is known and where to turn to");
                await _desk.Ops.Cases.ReplyAsync(id, actor, "Es tut uns leid, das zu lesen. Wir prüfen alle Rahmen dieser Baureihe. Wer betroffen ist: bitte nicht fahren und uns schreiben, wir melden uns bei jedem.", cancellationToken);
                break;
            case > 3 when open is { Crisis.SpokenAt: null, Dialogue.Stage: not ComplaintStage.Received }:
                _feed.Act(who, "posts the holding statement: what is known, and when more will be said");
                await _desk.Ops.Cases.ReplyAsync(id, actor, cancellationToken);
                break;
            default:
                _feed.Act(who, "takes stock, tells the shop and goes on watching");
                await _desk.Ops.Cases.ContactClientAsync(id, actor, "Lagebericht zur Welle", cancellationToken);
                await _desk.Ops.Cases.AcknowledgeAsync(id, actor, "Lage geprüft, die nächste Prüfung ist gesetzt.", cancellationToken);
                break;
        }

        return true;
    }
}
