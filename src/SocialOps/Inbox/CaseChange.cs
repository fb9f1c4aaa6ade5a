using NodaTime;
using SocialOps.Auditing;
using SocialOps.Channels;
using SocialOps.Crisis;
using SocialOps.Notifications;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Responses;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>A decision in the making: the state so far and what it brings about.</summary>
internal sealed class CaseChange(Case state, CaseTerms terms, Actor actor, Instant now)
{
    private readonly List<AuditEvent> _events = [];
    private readonly List<WorkDraft> _work = [];
    private readonly List<Notice> _notices = [];
    private readonly List<Publication> _publications = [];
    private readonly List<SentReply> _sent = [];

    public Case State { get; set; } = state;

    public CaseTerms Terms => terms;

    public Instant Now => now;

    public Recipient? ActedBy { get; set; }

    public string? Unattended { get; set; }

    /// <summary>Why the client's scheduled posts are held from now on.</summary>
    public string? Freeze { get; set; }

    public void Event(string action, string detail) => _events.Add(new(now, actor, action, State.Id.Value, detail));

    /// <summary>The next of the case's numbers.</summary>
    public long Next()
    {
        State = State with { Sequence = State.Sequence + 1 };
        return State.Sequence;
    }

    public void Schedule(string kind, WorkClass queue, Instant dueAt, long sequence, ReadOnlyMemory<byte> payload)
        => _work.Add(new(kind, State.Id.Value, queue, dueAt, $"{State.Id}/{sequence}", payload));

    /// <summary>Tells somebody, in the urgent queue when the case is grave.</summary>
    public void Tell(Recipient recipient, string text, bool confirm = false, bool isRepeat = false) => _notices.Add(new()
    {
        Id = new($"{State.Id}/{Next()}/{recipient.Key}"),
        Recipient = recipient,
        SubjectId = State.Id.Value,
        Text = text,
        IsRepeat = isRepeat,
        IsUrgent = State.Severity >= Severity.High || State.Alarm.Level >= WaveLevel.RepeatedCriticism,
        ConfirmDelivery = confirm,
        CreatedAt = now,
    });

    /// <summary>Sends a reply to an item of the case; without one to the case's own.</summary>
    public void Send(PublicationId id, string text, PublicationBasis basis, SentReply sent, string? answers = null)
    {
        _sent.Add(sent);
        State = State with { UsedWordings = [.. State.UsedWordings, sent.Wording] };
        Send(PublicationDraft.Create(terms.Tenant, id, State.Client, State.Account, State.Network, text, answers ?? State.ExternalId, basis, State.Id.Value, now));
    }

    /// <summary>Sends an approved draft to the item that its writer saw.</summary>
    public void Send(ReplyProposal proposal, ProposedDraft draft, PublicationBasis basis)
    {
        State = State with { UsedWordings = [.. State.UsedWordings, Responses.ReplyChoice.MarkOf(draft.Text)] };
        Send(PublicationDraft.Create(terms.Tenant, new(proposal.Id.Value), State.Client, State.Account, State.Network, draft.Text, proposal.InReplyTo, basis, State.Id.Value, now) with { Draft = new(proposal.Id.Value, draft.Name, draft.Hash) });
    }

    private void Send(Publication publication)
    {
        _publications.Add(publication);
        State = State with { ReplyPending = true };
    }

    /// <summary>A saved reply's wording for the case's item, or why there is none.</summary>
    public ReplyWording WordingOf(SavedReplyId? reply)
        => reply is { } id && terms.FindReply(id) is { } definition ? ReplyChoice.Choose(definition, terms.OccasionOf(State, now)) : new(null, "", "the policy proposes no reply for it");

    /// <summary>What people read about the case in a notice.</summary>
    public string Describe() => $"{terms.Client.Name}, {State.Network}: {State.Category} (severity {(int)State.Severity}) by {State.Author}: \"{State.Excerpt}\"";

    public PublicationBasis Basis(PublicationBasisKind kind, string reference) => new(kind, reference, actor, now, terms.Revision);

    public CaseTransition ToTransition() => new(State, _events, _work, _notices, _publications, _sent, ActedBy, Unattended, Freeze);
}
