using SocialOps.Auditing;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>
/// Looks afterwards whether replies were what the client would have said (requirement 4.14): samples of what the engine and people sent, and what breaches do to their autonomy. Thread-safe. Every command is one transaction with its
/// audit events.
/// </summary>
public sealed class ConformityService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly SnapshotCache _snapshots;
    private readonly AgencyImport _import;

    internal ConformityService(TenantId tenant, IStore store, EngineClock clock, SnapshotCache snapshots, AgencyImport import) => (Tenant, _store, _clock, _snapshots, _import) = (tenant, store, clock, snapshots, import);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Samples that nobody has looked at, oldest first: the first 20 replies of each sender and category of a client, then one in ten, and all again after a breach.</summary>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<QualitySample>> QueryOpenAsync(int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(ResponseRecords.Samples, new RecordQuery("", 1, Limit: limit, Continue: next), cancellationToken);

    /// <summary>Whose autonomy breaches have lowered for a client, in no special order.</summary>
    /// <param name="client">The client.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<PagedResult<ConformityRecord>> QueryLoweredAsync(ClientId client, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
        => QueryAsync(ResponseRecords.Conformity, new RecordQuery("", 1, $"{client}/", $"{client}0", limit, next), cancellationToken);

    /// <summary>Somebody has looked at a sample. A breach lowers the sender's autonomy for the category to one below what it was when the reply was sent, and every reply is a sample again; of a person it also takes away a level that exercises gave.</summary>
    /// <param name="sample">The sample's id.</param>
    /// <param name="actor">Who: another person of the agency, or a contact of the client.</param>
    /// <param name="conforms">It is what the client would have said.</param>
    /// <param name="reason">Why; may cite a guideline, <c>radhaus#respect</c>.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such sample.</exception>
    /// <exception cref="InvalidDefinitionException">The reason cites what is not there.</exception>
    /// <exception cref="InvalidTransitionException">It was looked at already, or the actor may not judge it.</exception>
    public ValueTask<QualitySample> ReviewAsync(string sample, Actor actor, bool conforms, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _store.WriteAsync(Tenant, async transaction =>
        {
            var stored = await transaction.GetAsync(ResponseRecords.Samples, sample, cancellationToken).ConfigureAwait(false);
            RequireReviewer(stored.Value, actor, await _snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false));
            var now = _clock.Now();
            var cited = await GuidelineLibrary.PinAsync(transaction, _snapshots, reason, cancellationToken).ConfigureAwait(false);
            var judged = stored.Value with { Verdict = new(conforms, cited, actor, now) };
            await transaction.PutAsync(ResponseRecords.Samples, judged, stored.Version, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(now, actor, conforms ? "conformity.kept" : "conformity.breached", judged.Case, $"{judged.Sender}: {cited}"), cancellationToken).ConfigureAwait(false);
            if (!conforms)
            {
                var before = await transaction.FindAsync(ResponseRecords.Conformity, ConformityRecord.KeyOf(judged.Client, judged.Sender, judged.Category), cancellationToken).ConfigureAwait(false);
                await transaction.PutAsync(ResponseRecords.Conformity, ConformityRecord.AfterBreach(before?.Value, judged), before?.Version ?? 0, cancellationToken).ConfigureAwait(false);
                var agency = await _snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
                if (agency.Definition.Practice.Any(p => p.Person.Value == judged.Sender && p.Category == judged.Category) && agency.People.ContainsKey(new(judged.Sender)))
                {
                    await PersonRecords.PractiseAsync(transaction, _import, new(judged.Sender), judged.Category, p => p.AfterBreach(), actor, now, cancellationToken).ConfigureAwait(false);
                }
            }

            return judged;
        }, cancellationToken);
    }

    /// <summary>A duty manager raises autonomy again after breaches. Every reply stays a sample until 20 have come.</summary>
    /// <param name="client">The client.</param>
    /// <param name="sender">A person's id, or <see cref="QualitySample.Engine"/>.</param>
    /// <param name="category">The category.</param>
    /// <param name="level">The most that is allowed from now on.</param>
    /// <param name="actor">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There was no breach.</exception>
    /// <exception cref="InvalidTransitionException">The actor is no person with the role DutyManager.</exception>
    public ValueTask<ConformityRecord> RestoreAsync(ClientId client, string sender, Category category, AutonomyLevel level, Actor actor, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _store.WriteAsync(Tenant, async transaction =>
        {
            var agency = await _snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
            if (actor.Kind != ActorKind.Person || agency.People.GetValueOrDefault(new(actor.Id))?.Roles.Contains(PersonRole.DutyManager) != true)
            {
                throw new InvalidTransitionException($"Actor {actor.Id}", "may not raise autonomy: the role DutyManager is missing.");
            }

            var stored = await transaction.GetAsync(ResponseRecords.Conformity, ConformityRecord.KeyOf(client, sender, category), cancellationToken).ConfigureAwait(false);
            var restored = stored.Value with { Level = level };
            await transaction.PutAsync(ResponseRecords.Conformity, restored, stored.Version, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(_clock.Now(), actor, "conformity.restored", restored.Key, $"L{(int)level}: {reason}"), cancellationToken).ConfigureAwait(false);
            return restored;
        }, cancellationToken);
    }

    private static void RequireReviewer(QualitySample sample, Actor actor, AgencySnapshot agency)
    {
        if (sample.Verdict is { } verdict)
        {
            throw new InvalidTransitionException($"Sample {sample.Id}", $"{verdict.Reviewer.Id} looked at it at {verdict.At}.");
        }

        var knows = actor.Kind switch
        {
            ActorKind.Person => agency.People.ContainsKey(new(actor.Id)),
            ActorKind.ClientContact => agency.FindClient(sample.Client)?.Contacts.Any(c => c.Id == actor.Id) == true,
            _ => false,
        };
        if (!knows || (actor.Id == sample.Sender && agency.People.Count > 1))
        {
            throw new InvalidTransitionException($"Actor {actor.Id}", "may not judge this sample: another person of the agency or a contact of the client does.");
        }
    }

    private ValueTask<PagedResult<T>> QueryAsync<T>(RecordKind<T> kind, RecordQuery query, CancellationToken cancellationToken)
        where T : class
        => _store.ReadAsync(Tenant, async transaction =>
        {
            var page = await transaction.QueryAsync(kind, query, cancellationToken).ConfigureAwait(false);
            return new PagedResult<T>([.. page.Items.Select(i => i.Value)], page.Next);
        }, cancellationToken);
}
