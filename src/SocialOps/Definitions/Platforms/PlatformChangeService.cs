using SocialOps.Auditing;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Definitions;

/// <summary>What platforms change, and who saw to it (requirement 3.10). The owner is reminded before the day, and on it while nobody has checked it off. Thread-safe. Every command is one transaction with its audit event.</summary>
public sealed class PlatformChangeService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly SnapshotCache _snapshots;

    internal PlatformChangeService(TenantId tenant, IStore store, EngineClock clock, SnapshotCache snapshots) => (Tenant, _store, _clock, _snapshots) = (tenant, store, clock, snapshots);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>All that the definitions in force name, the soonest first, with who saw to it.</summary>
    public ValueTask<IReadOnlyList<PlatformChange>> GetAllAsync(CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, async t => await PlatformRecords.ListAsync(t, (await _snapshots.GetCurrentAsync(t, cancellationToken).ConfigureAwait(false)).Definition, cancellationToken).ConfigureAwait(false), cancellationToken);

    /// <summary>Somebody saw to it: nobody is reminded any more, until the change is written otherwise. Checked off again, the later word stands.</summary>
    /// <param name="id">The change's id.</param>
    /// <param name="note">What came of it.</param>
    /// <param name="actor">Who saw to it: a person of the agency.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">No such change is defined.</exception>
    /// <exception cref="InvalidTransitionException">The actor is nobody of the agency.</exception>
    public ValueTask<PlatformChange> CheckOffAsync(string id, string note, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(note);
        ArgumentNullException.ThrowIfNull(actor);
        return _store.WriteAsync(Tenant, async t =>
        {
            var agency = await _snapshots.GetCurrentAsync(t, cancellationToken).ConfigureAwait(false);
            var change = agency.Definition.PlatformChanges.FirstOrDefault(c => c.Id == id) ?? throw new NotFoundException("platform change", id);
            if (actor.Kind != ActorKind.Person || !agency.People.ContainsKey(new PersonId(actor.Id)))
            {
                throw new InvalidTransitionException($"Platform change {id}", $"'{actor.Id}' is nobody of the agency. Act as one of its people.");
            }

            var check = new PlatformCheck(id, AgencyParts.Of(change).Hash, note, actor, _clock.Now());
            var known = await t.FindAsync(PlatformRecords.Checks, id, cancellationToken).ConfigureAwait(false);
            await t.PutAsync(PlatformRecords.Checks, check, known?.Version ?? 0, cancellationToken).ConfigureAwait(false);
            await t.AppendAsync(new AuditEvent(check.At, actor, "platform.checked", id, note), cancellationToken).ConfigureAwait(false);
            return PlatformChange.Of(change, agency.Definition, check);
        }, cancellationToken);
    }
}
