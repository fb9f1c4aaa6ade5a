using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Definitions;

/// <summary>The agency's definitions: taken in as versions, read as compiled snapshots. Thread-safe.</summary>
public sealed class AgencyService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly SnapshotCache _cache;
    private readonly AgencyImport _import;

    internal AgencyService(TenantId tenant, IStore store, EngineClock clock, SnapshotCache cache, AgencyImport import, ScheduleChangeService schedules, WorkSignal signal)
    {
        (Tenant, _store, _clock, _cache, _import, Schedules) = (tenant, store, clock, cache, import, schedules);
        Guidelines = new(tenant, store, cache);
        Briefings = new(tenant, store, clock, cache, import);
        Trainings = new(tenant, store, clock, cache, import, signal);
        PlatformChanges = new(tenant, store, clock, cache);
    }

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Changes of a schedule that are approved before they hold.</summary>
    public ScheduleChangeService Schedules { get; }

    /// <summary>The guidelines that decisions cite.</summary>
    public GuidelineService Guidelines { get; }

    /// <summary>What people read before they work for a client, and who has.</summary>
    public BriefingService Briefings { get; }

    /// <summary>What people were trained in.</summary>
    public TrainingService Trainings { get; }

    /// <summary>What platforms change, and who saw to it.</summary>
    public PlatformChangeService PlatformChanges { get; }

    /// <summary>
    /// Takes definitions in, all of them in one transaction. A definition whose content changed becomes a new version that holds from now on (the very first
    /// import: from the beginning of time); an unchanged one writes nothing; one that is missing is no longer part of the agency, unless open work needs it. Cases that are open keep what they began with.
    /// </summary>
    /// <param name="definition">The whole agency.</param>
    /// <param name="actor">Who takes it in.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="InvalidDefinitionException">It has mistakes: all of them. Nothing was taken.</exception>
    /// <exception cref="DefinitionInUseException">It lacks a client or a person whom an open case needs: all of them. Nothing was taken.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else imported at the same moment.</exception>
    public async ValueTask<ApplyResult> ApplyAsync(AgencyDefinition definition, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(actor);
        var findings = AgencyValidation.Validate(definition);
        if (findings.Any(f => f.Severity == FindingSeverity.Error))
        {
            throw new InvalidDefinitionException(findings);
        }

        var parts = AgencyParts.Of(definition);
        _ = new AgencySnapshot(AgencyParts.Join(parts), 0); // what cannot be read back is not taken in
        return await _store.WriteAsync(Tenant, async t =>
        {
            var kept = await SignedGuidelines.KeepAsync(t, definition, parts, cancellationToken).ConfigureAwait(false);
            return await _import.RunAsync(t, kept, actor, _clock.Now(), cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The definitions in force now, or <see langword="null"/> before the first import.</summary>
    public async ValueTask<AgencySnapshot?> FindCurrentAsync(CancellationToken cancellationToken = default)
        => await _store.ReadAsync(Tenant, t => _cache.FindCurrentAsync(t, cancellationToken), cancellationToken).ConfigureAwait(false);

    /// <summary>The definitions that were in force at an instant; before the second import those of the first. <see langword="null"/> before the first import.</summary>
    /// <param name="at">The instant; one that lies ahead gives the definitions in force now.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<AgencySnapshot?> FindAtAsync(NodaTime.Instant at, CancellationToken cancellationToken = default)
        => await _store.ReadAsync(Tenant, t => _cache.FindAtAsync(t, at, cancellationToken), cancellationToken).ConfigureAwait(false);

    /// <summary>Who is responsible at an instant, by the definitions in force then (requirements 0.1 and 1.8).</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="at">When, past or future; <see langword="null"/> for now.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="NotFoundException">There was no such client then.</exception>
    /// <exception cref="InvalidTransitionException">Nothing is defined yet.</exception>
    public async ValueTask<ResponsibilityAnswer> WhoAsync(ResponsibilityQuestion question, NodaTime.Instant? at = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        var when = at ?? _clock.Now();
        var agency = await FindAtAsync(when, cancellationToken).ConfigureAwait(false) ?? throw new InvalidTransitionException("The agency", "nothing is defined yet. Call AddAgency or AgencyService.ApplyAsync first.");
        return agency.Resolve(question, when);
    }
}

/// <summary>What an import did.</summary>
/// <param name="Revision">The agency's revision after it.</param>
/// <param name="Added">Definitions that were new.</param>
/// <param name="Changed">Definitions that got a new version.</param>
/// <param name="Removed">Definitions that are no longer part of the agency.</param>
/// <param name="Unchanged">Definitions that stayed as they were.</param>
public sealed record ApplyResult(long Revision, int Added, int Changed, int Removed, int Unchanged)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"revision {Revision}: {Added} added, {Changed} changed, {Removed} removed, {Unchanged} unchanged";
}
