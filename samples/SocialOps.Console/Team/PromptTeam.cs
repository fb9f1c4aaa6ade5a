using NodaTime;
using SocialOps.Console.Desk;
using SocialOps.Inbox;
using SocialOps.People;

namespace SocialOps.Console.Team;

/// <summary>
/// A simple model of a good team: whoever is told claims what they are responsible for at once, reacts a while later and settles a while after that.
/// What it is about to do follows from the cases themselves, so a killed run goes on where it was.
/// </summary>
internal sealed class PromptTeam : ITeam
{
    private readonly OpsDesk _desk;
    private readonly Duration _pace;
    private readonly PriorityQueue<CaseId, Instant> _agenda = new();
    private readonly HashSet<Recipient> _told = [];

    public PromptTeam(OpsDesk desk, Duration pace)
    {
        (_desk, _pace) = (desk, pace);
        desk.Channel.Told += notification => _told.Add(notification.Recipient);
    }

    public Instant? NextAt => _told.Count > 0 ? Instant.MinValue : _agenda.TryPeek(out _, out var at) ? at : null;

    /// <summary>Finds what an earlier process was in the middle of.</summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        await foreach (var open in Pages.AllAsync(next => _desk.Ops.Cases.QueryOpenAsync(1000, next, cancellationToken)))
        {
            if (open.ClaimedAt is not null)
            {
                Plan(open);
            }
            else if (open is { StepsFired: > 0, Responsible: { } who })
            {
                _told.Add(who);
            }
        }
    }

    public async Task<bool> ActAsync(Instant now, CancellationToken cancellationToken)
    {
        var acted = false;
        foreach (var who in _told.ToList())
        {
            _told.Remove(who);
            acted |= await ClaimAsync(who, cancellationToken);
        }

        while (_agenda.TryPeek(out var id, out var at) && at <= now)
        {
            _agenda.Dequeue();
            acted |= await MoveAsync(id, now, cancellationToken);
        }

        return acted;
    }

    private async Task<bool> ClaimAsync(Recipient who, CancellationToken cancellationToken)
    {
        var mine = new List<Case>();
        await foreach (var open in Pages.AllAsync(next => _desk.Ops.Cases.QueryMyWorkAsync(who, 1000, next, cancellationToken)))
        {
            if (open.ClaimedAt is null && open.StepsFired > 0)
            {
                mine.Add(open);
            }
        }

        foreach (var open in mine)
        {
            var claimed = await _desk.Ops.Cases.ClaimAsync(open.Id, ActorOf(who), cancellationToken);
            if (claimed.ClosedAt is null)
            {
                Plan(claimed);
            }
        }

        return mine.Count > 0;
    }

    private void Plan(Case open) => _agenda.Enqueue(open.Id, Instant.Max(open.LastActionAt ?? Instant.MinValue, open.ClaimedAt!.Value) + _pace);

    private async Task<bool> MoveAsync(CaseId id, Instant now, CancellationToken cancellationToken)
    {
        var open = await _desk.Ops.Cases.FindAsync(id, cancellationToken);
        if (open is not { ClosedAt: null, ClaimedAt: not null, Responsible: { } who })
        {
            return false;
        }

        if (open.ReplyPending)
        {
            _agenda.Enqueue(id, now + Duration.FromMinutes(1));
            return false;
        }

        if (open.ClientReplies && who is Recipient.OfAgency && ContactOf(open) is { } contact)
        {
            await _desk.Ops.Cases.HandOverAsync(id, ActorOf(who), contact, "It is for you to answer.", cancellationToken);
            return true;
        }

        if (open.AcknowledgedAt is not null)
        {
            var settled = await DialogueDesk.LeadOnAsync(_desk.Ops.Cases, open, ActorOf(who), _desk.Agency.Clients.First(c => c.Id == open.Client).Contacts[0].Id, cancellationToken);
            if (settled is { ClosedAt: null, Dialogue.Stage: not ComplaintStage.Settled })
            {
                _agenda.Enqueue(id, now + _pace);
            }

            return true;
        }

        var moved = open.ProposedReply is null || who is Recipient.OfClient
            ? await _desk.Ops.Cases.AcknowledgeAsync(id, ActorOf(who), "Looked at: no public reaction is due.", cancellationToken)
            : await _desk.Ops.Cases.ReplyAsync(id, ActorOf(who), cancellationToken);
        if (moved.ClosedAt is null)
        {
            _agenda.Enqueue(id, now + _pace);
        }

        return true;
    }

    /// <summary>Whoever the client has named for emergencies, or first.</summary>
    private Recipient? ContactOf(Case open)
        => _desk.Agency.Clients.FirstOrDefault(c => c.Id == open.Client)?.Contacts.OrderByDescending(c => c.IsEmergency).FirstOrDefault() is { } contact
            ? new Recipient.OfClient(open.Client, contact.Id)
            : null;

    private static Actor ActorOf(Recipient who) => who switch
    {
        Recipient.OfAgency person => Actor.Person(person.Person.Value, "console"),
        Recipient.OfClient contact => Actor.ClientContact(contact.Contact, "console"),
        _ => throw new ArgumentOutOfRangeException(nameof(who)),
    };
}
