using NodaTime;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Readiness;

/// <summary>What must hold before an agreement goes live. It only reads. Thread-safe.</summary>
public sealed class ReadinessService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly ReadinessUnit _unit;

    internal ReadinessService(TenantId tenant, IStore store, EngineClock clock, ReadinessUnit unit) => (Tenant, _store, _clock, _unit) = (tenant, store, clock, unit);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Every check for a client, by the definitions in force, the agreement that is kept, and the connectors of this process.</summary>
    /// <param name="client">The client.</param>
    /// <param name="horizon">How far ahead the promises are proved; <see langword="null"/> for 365 days.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="NotFoundException">There is no such client.</exception>
    public ValueTask<ReadinessReport> CheckAsync(ClientId client, Duration? horizon = null, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, t => _unit.CheckAsync(t, client, _clock.Now(), horizon, cancellationToken), cancellationToken);

    /// <summary>What a week asks of people against the time they have, by the definitions in force.</summary>
    /// <param name="day">Any day of the week.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<Capacity.CapacityWeek> PlanWeekAsync(LocalDate day, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, t => _unit.PlanWeekAsync(t, day, cancellationToken), cancellationToken);
}
