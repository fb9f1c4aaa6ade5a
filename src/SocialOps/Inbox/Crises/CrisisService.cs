using SocialOps.Auditing;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>What is known and noted about waves: a client's level, the war room's log, the report afterwards. Thread-safe. The level itself is a case's (<see cref="CaseService.SetWaveLevelAsync"/>).</summary>
public sealed class CrisisService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly CaseUnit _cases;

    internal CrisisService(TenantId tenant, IStore store, EngineClock clock, CaseUnit cases) => (Tenant, _store, _clock, _cases) = (tenant, store, clock, cases);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>A client's open waves; none is calm.</summary>
    /// <param name="client">The client.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<ClientCrisis> GetAsync(ClientId client, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, t => ClientCrises.ReadAsync(t, client, cancellationToken), cancellationToken);

    /// <summary>Notes what is known, decided or said; that is no action: no clock starts again.</summary>
    /// <param name="id">The case.</param>
    /// <param name="actor">Who notes it; a person or a contact at the client.</param>
    /// <param name="kind">What kind of note.</param>
    /// <param name="text">The note.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidTransitionException">The actor is a program or unknown to the case.</exception>
    public ValueTask NoteAsync(CaseId id, Actor actor, CrisisNoteKind kind, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return _store.WriteAsync(Tenant, async transaction =>
        {
            var stored = await transaction.GetAsync(InboxRecords.Cases, id.Value, cancellationToken).ConfigureAwait(false);
            CaseActor.RecipientOf(actor, await _cases.TermsAsync(transaction, stored.Value.Client, stored.Value.Revision, cancellationToken).ConfigureAwait(false));
            await transaction.AppendAsync(new AuditEvent(_clock.Now(), actor, $"crisis.note.{kind.ToString().ToLowerInvariant()}", id.Value, text), cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }

    /// <summary>The war room's log: levels, what was done by itself, notes, replies, what the client was told and said; in the order in which it happened.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<IReadOnlyList<AuditEvent>> QueryLogAsync(CaseId id, CancellationToken cancellationToken = default)
        => [.. (await HistoryAsync(id, cancellationToken).ConfigureAwait(false)).Where(e => e.Action.Split('.')[0] is "wave" or "crisis" or "reply" or "client" or "case")];

    /// <summary>What it was and what it cost (requirement 2.12).</summary>
    /// <param name="id">The case.</param>
    /// <param name="rates">What work costs.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    public async ValueTask<AfterActionReport> ReportAsync(CaseId id, CostRates rates, CancellationToken cancellationToken = default)
    {
        var state = await _store.ReadAsync(Tenant, t => t.GetAsync(InboxRecords.Cases, id.Value, cancellationToken), cancellationToken).ConfigureAwait(false);
        return AfterActionReport.Of(state.Value, await HistoryAsync(id, cancellationToken).ConfigureAwait(false), rates, _clock.Now());
    }

    private async ValueTask<List<AuditEvent>> HistoryAsync(CaseId id, CancellationToken cancellationToken)
    {
        var (events, next) = (new List<AuditEvent>(), (string?)null);
        do
        {
            var page = await _store.ReadAsync(Tenant, t => t.QueryAuditAsync(new AuditQuery(id.Value, Limit: 1_000, Continue: next), cancellationToken), cancellationToken).ConfigureAwait(false);
            events.AddRange(page.Items);
            next = page.Next;
        }
        while (next is not null);
        return events;
    }
}

/// <summary>What kind of note stands in the war room's log.</summary>
public enum CrisisNoteKind
{
    /// <summary>A fact, with where it comes from.</summary>
    Known,

    /// <summary>A decision, with who took it.</summary>
    Decided,

    /// <summary>Something that was said to somebody outside.</summary>
    Said,
}
