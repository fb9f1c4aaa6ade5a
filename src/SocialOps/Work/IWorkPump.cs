using NodaTime;

namespace SocialOps.Work;

/// <summary>Does what is due. The hosted worker turns it; a host with a scheduler of its own, a test or a simulation may turn it instead. One turn at a time.</summary>
public interface IWorkPump
{
    /// <summary>Claims what is due, does it, and tells when the next row is due. A failing row is tried again later and never stops the others.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached; nothing was lost.</exception>
    ValueTask<PumpTurn> RunOnceAsync(CancellationToken cancellationToken = default);
}

/// <summary>What one turn of the pump did.</summary>
/// <param name="Handled">How many rows ended or were put off.</param>
/// <param name="NextDueAt">When the next row is due, if one is known; at or before now when more is due already.</param>
public sealed record PumpTurn(int Handled, Instant? NextDueAt)
{
    /// <summary>The tenants whose rows those were.</summary>
    public IReadOnlyList<TenantId> Tenants { get; init; } = [];
}
