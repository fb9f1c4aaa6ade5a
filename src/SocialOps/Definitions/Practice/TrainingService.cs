using System.Globalization;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Definitions;

/// <summary>
/// Trainings that were taken since the definitions were written (requirement 3.3). A skill that a training gives is missing before its first day and after its last one, for schedules and the matrix alike, also when they are asked about the past.
/// Four weeks before a training ends, whoever took it and the duty managers are told. Thread-safe. Every command is one transaction with its audit event.
/// </summary>
public sealed class TrainingService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly SnapshotCache _snapshots;
    private readonly AgencyImport _import;
    private readonly WorkSignal _signal;

    internal TrainingService(TenantId tenant, IStore store, EngineClock clock, SnapshotCache snapshots, AgencyImport import, WorkSignal signal) => (Tenant, _store, _clock, _snapshots, _import, _signal) = (tenant, store, clock, snapshots, import, signal);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Somebody was trained.</summary>
    /// <param name="person">Who.</param>
    /// <param name="training">In what, and for how long.</param>
    /// <param name="actor">Who says so: a person with the role DutyManager or Admin.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such person.</exception>
    /// <exception cref="InvalidDefinitionException">It ends before it begins, or names no skill.</exception>
    /// <exception cref="InvalidTransitionException">The actor lacks the role.</exception>
    public async ValueTask RecordAsync(PersonId person, Training training, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(actor);
        if (Validation.TrainingRules.Check(training).ToList() is { Count: > 0 } faults)
        {
            throw new InvalidDefinitionException(faults);
        }

        await _store.WriteAsync(Tenant, async t =>
        {
            var agency = await _snapshots.GetCurrentAsync(t, cancellationToken).ConfigureAwait(false);
            if (actor.Kind != ActorKind.Person || agency.People.GetValueOrDefault(new(actor.Id))?.Roles.Any(r => r is PersonRole.DutyManager or PersonRole.Admin) != true)
            {
                throw new InvalidTransitionException($"Actor {actor.Id}", "may not record trainings: the role DutyManager or Admin is missing.");
            }

            var now = _clock.Now();
            await PersonRecords.ChangeAsync(t, _import, person, r => r with { Trainings = [.. r.Trainings.Append(training).Distinct()] }, actor, now, cancellationToken).ConfigureAwait(false);
            await t.AppendAsync(new AuditEvent(now, actor, "training.recorded", person.Value, string.Create(CultureInfo.InvariantCulture, $"'{training.Name ?? training.Skill.Value}' gives {training.Skill} from {training.FromOn:uuuu-MM-dd}{(training.UntilOn is { } until ? $" until {until:uuuu-MM-dd}" : "")}.")), cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
        _signal.Ring();
    }

    /// <summary>Trainings that end before an instant and are not renewed by then, the first at the head: whose skill is missing from when on.</summary>
    /// <param name="before">The instant.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<IReadOnlyList<ExpiringSkill>> GetExpiringAsync(Instant before, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, async t => ExpiringSkill.Of(await _snapshots.GetCurrentAsync(t, cancellationToken).ConfigureAwait(false), _clock.Now(), before), cancellationToken);
}
