using NodaTime;
using SocialOps.Storage;

namespace SocialOps.Work;

/// <summary>Does what the work rows of one kind say.</summary>
internal interface IWorkHandler
{
    /// <summary>The rows' kind.</summary>
    string Kind { get; }

    /// <summary>The highest payload version that it knows.</summary>
    int PayloadVersion => 1;

    /// <summary>What it does cannot be taken back, so it waits while the clock is suspect (reliability F5).</summary>
    bool NeedsTrustedClock => false;
}

/// <summary>Stays inside the database: its effects, its new work and the row's end are one transaction, so it happens exactly once.</summary>
internal interface ITransactionalHandler : IWorkHandler
{
    /// <summary>Writes the effects; the pump finishes the row and commits.</summary>
    ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken);
}

/// <summary>Leaves the database (publish, notify): it owns its transactions and finishes the row itself.</summary>
internal interface IExternalHandler : IWorkHandler
{
    /// <summary>Does it and finishes the row.</summary>
    ValueTask HandleAsync(ExternalWork work, CancellationToken cancellationToken);
}

/// <summary>A claimed row whose effect lies outside of the database.</summary>
/// <param name="Item">The row.</param>
/// <param name="Now">The library's clock at the claim.</param>
/// <param name="TrustedUntil">After this instant nothing may be sent any more: another worker may hold the row.</param>
/// <param name="Deadline">Cancels calls to the outside at that instant, or when the worker stops.</param>
internal sealed record ExternalWork(WorkItem Item, Instant Now, Instant TrustedUntil, CancellationToken Deadline);
