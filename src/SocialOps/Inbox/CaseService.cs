using SocialOps.Approvals;
using SocialOps.Auditing;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Responses;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>
/// What people do with cases, and what they ask about them. Thread-safe. Every command is one transaction with its audit events. Reasons may cite a guideline (<c>radhaus#respect</c>, requirement 1.4): the version that holds is written
/// down; what is not there is an <see cref="InvalidDefinitionException"/> that names what is.
/// </summary>
public sealed class CaseService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly WorkSignal _signal;
    private readonly CaseUnit _cases;
    private readonly SnapshotCache _snapshots;
    private readonly IIdGenerator _ids;

    internal CaseService(TenantId tenant, IStore store, EngineClock clock, WorkSignal signal, CaseUnit cases, SnapshotCache snapshots, IIdGenerator ids, ReplyService replies, Connectors connectors)
    {
        Replies = replies;
        (Tenant, _store, _clock, _signal, _cases, _snapshots, _ids) = (tenant, store, clock, signal, cases, snapshots, ids);
        Crises = new(tenant, store, clock, cases);
        Risks = new(tenant, store, clock, cases, ids);
        Moderation = new(tenant, store, clock, signal, cases, snapshots, connectors, ids);
        Alike = new(store, this);
    }

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Replies that are approved before they are sent.</summary>
    public ReplyService Replies { get; }

    /// <summary>What is known and noted about waves.</summary>
    public CrisisService Crises { get; }

    /// <summary>The risks of waiting that clients have signed.</summary>
    public RiskService Risks { get; }

    /// <summary>What is done to what others wrote.</summary>
    public ModerationService Moderation { get; }

    /// <summary>Cases that are alike.</summary>
    public AlikeService Alike { get; }

    /// <summary>"Mine": the actor is responsible and the escalation stops. No clock stops: claimed is not acknowledged.</summary>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidTransitionException">The case is closed, somebody else has claimed it since it was told last, or the actor is not known.</exception>
    public ValueTask<Case> ClaimAsync(CaseId id, Actor actor, CancellationToken cancellationToken = default)
        => ExecuteAsync(id, new CaseCommand.Claim(), actor, cancellationToken);

    /// <summary>The actor decides, with a reason, that the author needs no reaction. Acknowledged is not handled: NextAction starts.</summary>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidTransitionException">The case is closed, or the actor is a program.</exception>
    public ValueTask<Case> AcknowledgeAsync(CaseId id, Actor actor, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return ExecuteAsync(id, new CaseCommand.Acknowledge(reason), actor, cancellationToken);
    }

    /// <summary>The actor answers with the reply that the policy proposes. The case is acknowledged when the author can see the reply.</summary>
    /// <param name="id">The case.</param>
    /// <param name="actor">Who answers.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidTransitionException">The case is closed, the client replies itself, a reply is on its way, nothing is proposed, the actor is no person with the role Author or Publisher, or replies for the client are approved first (<see cref="Replies"/>).</exception>
    public ValueTask<Case> ReplyAsync(CaseId id, Actor actor, CancellationToken cancellationToken = default) => ReplyAsync(id, actor, new CaseReply(), cancellationToken);

    /// <summary>The actor answers in own words. The case is acknowledged when the author can see the reply.</summary>
    /// <param name="id">The case.</param>
    /// <param name="actor">Who answers.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidTransitionException">As above; or an apology is due first (requirement 0.13), or the reply admits or promises what it must not (requirement 0.15).</exception>
    public ValueTask<Case> ReplyAsync(CaseId id, Actor actor, string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return ReplyAsync(id, actor, new CaseReply { Text = text }, cancellationToken);
    }

    /// <summary>The actor answers, and says what the reply stands for in the dialogue with whoever complained. The dialogue moves when the author can see the reply.</summary>
    /// <param name="id">The case.</param>
    /// <param name="actor">Who answers.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidTransitionException">As above; or the dialogue does not lead there from where it stands, an apology is due first (requirement 0.13), or the reply admits or promises what it must not (requirement 0.15).</exception>
    public ValueTask<Case> ReplyAsync(CaseId id, Actor actor, CaseReply reply, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reply);
        if (reply.Text is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(reply.Text);
        }

        ArgumentNullException.ThrowIfNull(actor);
        var publication = new PublicationId(_ids.NewId());
        return WriteAsync(async transaction =>
        {
            var stored = await transaction.GetAsync(InboxRecords.Cases, id.Value, cancellationToken).ConfigureAwait(false);
            if (await ApprovalArrangements.RequiresAsync(transaction, stored.Value.Client, ApprovalSubjectKind.Reply, cancellationToken).ConfigureAwait(false))
            {
                throw new InvalidTransitionException($"Case {id}", $"replies for {stored.Value.Client} are approved before they are sent. Propose it: Replies.ProposeAsync.");
            }

            var seen = reply.Item is { } item ? (await transaction.GetAsync(InboxRecords.Items, item, cancellationToken).ConfigureAwait(false)).Value : null;
            if (seen is not null && seen.Case != id)
            {
                throw new InvalidTransitionException($"Item {seen.Id}", $"belongs to case {seen.Case}. Answer it there.");
            }

            return await _cases.ExecuteAsync(transaction, stored, new CaseCommand.Reply(publication, reply, seen), actor, _clock.Now(), cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>The actor begins to write: for ten minutes another's reply is refused unless it is confirmed.</summary>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidTransitionException">The case is closed, the client replies itself, somebody else is writing, or the actor is no person with the role Author or Publisher.</exception>
    public ValueTask<Case> BeginReplyAsync(CaseId id, Actor actor, CancellationToken cancellationToken = default)
        => ExecuteAsync(id, new CaseCommand.BeginReply(), actor, cancellationToken);

    /// <summary>The actor puts it off at the client's signed risk (requirement 2.13): the one thing besides settling that ends NextAction. It comes back at once when the case rises above what was signed.</summary>
    /// <param name="id">The case.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="acceptance">What the client has signed.</param>
    /// <param name="until">By when somebody acts.</param>
    /// <param name="reason">Why; kept in the case's history.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such case or acceptance.</exception>
    /// <exception cref="InvalidTransitionException">The case is closed, the acceptance does not cover it, the instant is past, or the actor is a program.</exception>
    public ValueTask<Case> DeferAsync(CaseId id, Actor actor, RiskAcceptanceId acceptance, NodaTime.Instant until, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return WriteAsync(async transaction =>
        {
            var stored = await transaction.GetAsync(InboxRecords.Cases, id.Value, cancellationToken).ConfigureAwait(false);
            var signed = await transaction.GetAsync(InboxRecords.Risks, acceptance.Value, cancellationToken).ConfigureAwait(false);
            var cited = await CaseCitations.PinAsync(transaction, _snapshots, new CaseCommand.Defer(signed.Value, until, reason), cancellationToken).ConfigureAwait(false);
            return await _cases.ExecuteAsync(transaction, stored, cited, actor, _clock.Now(), cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>What somebody decides on the telephone, in one move (requirement 2.15).</summary>
    /// <param name="id">The case.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such case or acceptance.</exception>
    /// <exception cref="InvalidTransitionException">As for <see cref="ClaimAsync"/>, <see cref="DeferAsync"/>, <see cref="AcknowledgeAsync"/> or <see cref="HandOverAsync"/>.</exception>
    public ValueTask<Case> DecideAsync(CaseId id, Actor actor, QuickDecision decision, CancellationToken cancellationToken = default) => decision switch
    {
        QuickDecision.React => ClaimAsync(id, actor, cancellationToken),
        QuickDecision.Defer defer => DeferAsync(id, actor, defer.Acceptance, defer.Until, defer.Reason, cancellationToken),
        QuickDecision.Ignore ignore => AcknowledgeAsync(id, actor, ignore.Reason, cancellationToken),
        QuickDecision.HandOver handOver => HandOverAsync(id, actor, handOver.To, handOver.Reason, cancellationToken),
        null => throw new ArgumentNullException(nameof(decision)),
        _ => throw new NotSupportedException($"{decision.GetType().Name} is not a known decision."),
    };

    /// <summary>The actor records a step of the complaint's dialogue that was taken elsewhere, e.g. an apology by telephone, or that the author accepts the offer.</summary>
    /// <param name="id">The case.</param>
    /// <param name="actor">Who records it.</param>
    /// <param name="step">The step.</param>
    /// <param name="what">What happened, in words; kept in the case's history.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidTransitionException">The case is closed or no complaint, the dialogue does not lead there from where it stands, or the actor is a program.</exception>
    public ValueTask<Case> RecordStepAsync(CaseId id, Actor actor, ComplaintStep step, string what, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(what);
        return ExecuteAsync(id, new CaseCommand.RecordStep(step, what), actor, cancellationToken);
    }

    /// <summary>What a contact at the client says may be offered; recorded by the contact, or by whoever spoke to them.</summary>
    /// <param name="id">The case.</param>
    /// <param name="actor">Who records it.</param>
    /// <param name="contact">The contact's id at the client.</param>
    /// <param name="text">What was said.</param>
    /// <param name="allowsCompensation">Whether a reply may promise compensation from now on.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidTransitionException">The case is closed, no answer is awaited, the client has no such contact, or the actor is a program.</exception>
    public ValueTask<Case> RecordClientAnswerAsync(CaseId id, Actor actor, string contact, string text, bool allowsCompensation, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(contact);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return ExecuteAsync(id, new CaseCommand.ClientAnswers(new(contact, text, allowsCompensation, _clock.Now())), actor, cancellationToken);
    }

    /// <summary>The actor says what it is; that beats every rule and every model. What becomes a complaint begins its dialogue, what is none any more ends it.</summary>
    /// <param name="id">The case.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="category">What it is.</param>
    /// <param name="cause">What a complaint is about.</param>
    /// <param name="severity">How grave it is; a wave that has been seen adds its own.</param>
    /// <param name="reason">Why; kept in the case's history.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidTransitionException">The case is closed, or the actor is a program.</exception>
    public ValueTask<Case> RelabelAsync(CaseId id, Actor actor, Channels.Category category, Channels.ComplaintCause cause, Channels.Severity severity, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentNullException.ThrowIfNull(actor);
        return WriteAsync(async transaction =>
        {
            var stored = await transaction.GetAsync(InboxRecords.Cases, id.Value, cancellationToken).ConfigureAwait(false);
            var item = await transaction.GetAsync(InboxRecords.Items, stored.Value.Item, cancellationToken).ConfigureAwait(false);
            var label = item.Value with { Classification = item.Value.Classification.DecidedBy(new(actor.Id), category, cause, severity) };
            await transaction.PutAsync(InboxRecords.Items, label, item.Version, cancellationToken).ConfigureAwait(false);
            return await _cases.ExecuteAsync(transaction, stored, await CaseCitations.PinAsync(transaction, _snapshots, new CaseCommand.Relabel(category, cause, severity, reason, label), cancellationToken).ConfigureAwait(false), actor, _clock.Now(), cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>The actor tells the client. The ClientContact clock ends when the notice is handed over.</summary>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidTransitionException">The case is closed, the client has no contact, or the actor is a program.</exception>
    public ValueTask<Case> ContactClientAsync(CaseId id, Actor actor, string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return ExecuteAsync(id, new CaseCommand.ContactClient(text), actor, cancellationToken);
    }

    /// <summary>The actor makes somebody else responsible, who is told. That is an action: NextAction starts again.</summary>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidTransitionException">The case is closed, or the actor is a program.</exception>
    public ValueTask<Case> HandOverAsync(CaseId id, Actor actor, Recipient to, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return ExecuteAsync(id, new CaseCommand.HandOver(to, reason), actor, cancellationToken);
    }

    /// <summary>The actor says how high the wave is, either way. From then on only a reading above today's raises it again by itself.</summary>
    /// <param name="id">The case.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="level">The level.</param>
    /// <param name="reason">Why; kept in the case's history.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidTransitionException">The case is closed, or the actor is a program.</exception>
    public ValueTask<Case> SetWaveLevelAsync(CaseId id, Actor actor, Crisis.WaveLevel level, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)level, (int)Crisis.WaveLevel.Hurricane, nameof(level));
        ArgumentOutOfRangeException.ThrowIfNegative((int)level, nameof(level));
        return ExecuteAsync(id, new CaseCommand.SetWave(level, reason), actor, cancellationToken);
    }

    /// <summary>The actor has settled it: the case closes. A complaint closes here when the apology was all it needed; one whose offer was accepted rests for three days, until somebody has asked whether all is well.</summary>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidTransitionException">The case is closed, a reply is on its way, the complaint's dialogue has not come so far, or the actor is a program.</exception>
    public ValueTask<Case> SettleAsync(CaseId id, Actor actor, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return ExecuteAsync(id, new CaseCommand.Settle(reason), actor, cancellationToken);
    }

    /// <summary>A case, or <see langword="null"/>.</summary>
    public async ValueTask<Case?> FindAsync(CaseId id, CancellationToken cancellationToken = default)
        => (await _store.ReadAsync(Tenant, t => t.FindAsync(InboxRecords.Cases, id.Value, cancellationToken), cancellationToken).ConfigureAwait(false))?.Value;

    /// <summary>Open cases, oldest first.</summary>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<Case>> QueryOpenAsync(int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(new RecordQuery("", 1, Limit: limit, Continue: next), cancellationToken);

    /// <summary>A person's open cases, oldest first: what somebody is responsible for now.</summary>
    /// <param name="who">Who.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<Case>> QueryMyWorkAsync(Recipient who, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(who);
        return QueryAsync(new RecordQuery("", 2, $"{who.Key}/", $"{who.Key}0", limit, next), cancellationToken);
    }

    /// <summary>The oldest open case that nobody has taken on and whose author has had no reaction, or <see langword="null"/> (requirement 2.21).</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<Case?> FindOldestUnattendedAsync(CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, async transaction =>
        {
            var next = (string?)null;
            do
            {
                var page = await transaction.QueryAsync(InboxRecords.Cases, new RecordQuery("", 1, Limit: 1_000, Continue: next), cancellationToken).ConfigureAwait(false);
                if (page.Items.Select(c => c.Value).FirstOrDefault(c => c is { ClaimedAt: null, AcknowledgedAt: null, ReplyPending: false }) is { } oldest)
                {
                    return oldest;
                }

                next = page.Next;
            }
            while (next is not null);
            return null;
        }, cancellationToken);

    /// <summary>A client's cases, open and closed, oldest first.</summary>
    /// <param name="client">The client.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<Case>> QueryClientAsync(ClientId client, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(new RecordQuery("", 3, $"{client}/", $"{client}0", limit, next), cancellationToken);

    /// <summary>What happened in a case, oldest first.</summary>
    /// <param name="id">The case.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<AuditEvent>> QueryHistoryAsync(CaseId id, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, t => t.QueryAuditAsync(new AuditQuery(id.Value, Limit: limit, Continue: next), cancellationToken), cancellationToken);

    /// <summary>What is due next in a case, soonest first; an open case always has something.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<IReadOnlyList<WorkItem>> QueryDueAsync(CaseId id, CancellationToken cancellationToken = default)
        => (await _store.ReadAsync(Tenant, t => t.QueryWorkAsync(new WorkQuery(SubjectId: id.Value), cancellationToken), cancellationToken).ConfigureAwait(false)).Items;

    /// <summary>What was promised for a case: the service level that holds, why not the others, and the class of time that chose among its targets.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    public ValueTask<CasePromise> ExplainPromiseAsync(CaseId id, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, async transaction =>
        {
            var state = (await transaction.GetAsync(InboxRecords.Cases, id.Value, cancellationToken).ConfigureAwait(false)).Value;
            return CasePromise.Of(state, await _cases.TermsAsync(transaction, state.Client, state.Revision, cancellationToken).ConfigureAwait(false));
        }, cancellationToken);

    /// <summary>Why an item is what it is and why the policy did with it what it did: the definitions that judged it when it came, run again by the same code.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="NotFoundException">There is no such item.</exception>
    public ValueTask<ClassificationTrace> ExplainAsync(string itemId, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, async transaction =>
        {
            var item = (await transaction.GetAsync(InboxRecords.Items, itemId, cancellationToken).ConfigureAwait(false)).Value;
            var agency = await _snapshots.GetAsync(transaction, item.Revision, cancellationToken).ConfigureAwait(false);
            var client = agency.FindClient(item.Client) ?? throw new NotFoundException("client", item.Client.Value);
            return agency.GetPolicy(client.Agreement.Policy).Explain(item.Text, item.FactsForPolicy());
        }, cancellationToken);

    private async ValueTask<PagedResult<Case>> QueryAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var page = await _store.ReadAsync(Tenant, t => t.QueryAsync(InboxRecords.Cases, query, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new([.. page.Items.Select(c => c.Value)], page.Next);
    }

    private async ValueTask<Case> ExecuteAsync(CaseId id, CaseCommand command, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return await WriteAsync(async transaction =>
        {
            var stored = await transaction.GetAsync(InboxRecords.Cases, id.Value, cancellationToken).ConfigureAwait(false);
            var cited = await CaseCitations.PinAsync(transaction, _snapshots, command, cancellationToken).ConfigureAwait(false);
            return await _cases.ExecuteAsync(transaction, stored, cited, actor, _clock.Now(), cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<Case> WriteAsync(Func<IStoreTransaction, ValueTask<Case?>> write, CancellationToken cancellationToken)
    {
        var result = await _store.WriteAsync(Tenant, write, cancellationToken).ConfigureAwait(false);
        _signal.Ring();
        return result!;
    }
}
