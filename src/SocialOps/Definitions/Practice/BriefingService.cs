using System.Globalization;
using SocialOps.Auditing;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Definitions;

/// <summary>
/// Briefings of clients, and who has read them (requirement 1.7). Where a client's definition has a <see cref="ClientDefinition.Briefing"/>, whoever has not confirmed the required version is not on duty for it and no deputy. Thread-safe. A
/// confirmation is one transaction with its audit event.
/// </summary>
public sealed class BriefingService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly SnapshotCache _snapshots;
    private readonly AgencyImport _import;

    internal BriefingService(TenantId tenant, IStore store, EngineClock clock, SnapshotCache snapshots, AgencyImport import) => (Tenant, _store, _clock, _snapshots, _import) = (tenant, store, clock, snapshots, import);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>What is to be read.</summary>
    /// <exception cref="NotFoundException">There is no such client, or it has no briefing.</exception>
    public ValueTask<Briefing> GetAsync(ClientId client, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, async t =>
        {
            var agency = await _snapshots.GetCurrentAsync(t, cancellationToken).ConfigureAwait(false);
            return Briefing.Of(agency, ClientOf(agency, client));
        }, cancellationToken);

    /// <summary>Somebody has read a client's briefing: they, nobody for them. From now on they are assignable for the client, as far as the briefing goes.</summary>
    /// <param name="client">The client.</param>
    /// <param name="hash">The hash of what was read (<see cref="Briefing.Hash"/>).</param>
    /// <param name="actor">Who has read it: a person of the agency.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such client, or it has no briefing.</exception>
    /// <exception cref="InvalidTransitionException">The actor is no person of the agency, or the briefing was changed since it was read.</exception>
    public ValueTask<BriefingConfirmation> ConfirmAsync(ClientId client, string hash, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hash);
        ArgumentNullException.ThrowIfNull(actor);
        return _store.WriteAsync(Tenant, async t =>
        {
            var agency = await _snapshots.GetCurrentAsync(t, cancellationToken).ConfigureAwait(false);
            var briefing = Briefing.Of(agency, ClientOf(agency, client));
            if (actor.Kind != ActorKind.Person || !agency.People.ContainsKey(new(actor.Id)))
            {
                throw new InvalidTransitionException($"Actor {actor.Id}", "nobody confirms a briefing for somebody else: a person of the agency who has read it does.");
            }

            if (hash != briefing.Hash)
            {
                throw new InvalidTransitionException($"Briefing of {client}", $"it was changed since it was read ({hash}; it is {briefing.Hash} now). Read it again.");
            }

            var now = _clock.Now();
            var confirmation = new BriefingConfirmation(client, briefing.Version, hash, now);
            await PersonRecords.ChangeAsync(t, _import, new(actor.Id), r => r with { Briefings = [.. r.Briefings, confirmation] }, actor, now, cancellationToken).ConfigureAwait(false);
            await t.AppendAsync(new AuditEvent(now, actor, "briefing.confirmed", client.Value, string.Create(CultureInfo.InvariantCulture, $"{actor.Id} has read version {briefing.Version}, {hash}.")), cancellationToken).ConfigureAwait(false);
            return confirmation;
        }, cancellationToken);
    }

    /// <summary>Who has read a client's briefing and who has to, of the people who may work for it; by id.</summary>
    /// <exception cref="NotFoundException">There is no such client, or it has no briefing.</exception>
    public ValueTask<IReadOnlyList<BriefingStanding>> GetStandingsAsync(ClientId client, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, async t =>
        {
            var agency = await _snapshots.GetCurrentAsync(t, cancellationToken).ConfigureAwait(false);
            return BriefingStandings.Of(agency, ClientOf(agency, client));
        }, cancellationToken);

    private static ClientDefinition ClientOf(AgencySnapshot agency, ClientId client) => agency.FindClient(client) ?? throw new NotFoundException("client", client.Value);
}
