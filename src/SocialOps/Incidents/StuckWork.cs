using NodaTime;
using SocialOps.Notifications;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Incidents;

/// <summary>A row that keeps failing is an incident, and the last resort hears of it: its own way to people may be what fails.</summary>
internal sealed class StuckWork(IUnattendedSink sink) : IStuckWork
{
    public ValueTask OpenAsync(IStoreTransaction transaction, WorkItem work, string error, Instant now, CancellationToken cancellationToken)
        => IsOwn(work) ? default : IncidentUnit.OpenAsync(transaction, IncidentKind.StuckWork, SubjectOf(work), null, $"{work.Kind} of {work.SubjectId} has failed {work.Attempt} times and is tried again. Put the cause right: {error}", now, cancellationToken);

    public ValueTask CloseAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
        => IsOwn(work) ? default : IncidentUnit.CloseAsync(transaction, IncidentKind.StuckWork, SubjectOf(work), Actor.Engine, "It has succeeded.", now, cancellationToken);

    public ValueTask RingAsync(WorkItem work, string error, CancellationToken cancellationToken)
        => sink.RingAsync(work.Tenant, work.SubjectId, $"{work.Kind} has failed {work.Attempt} times and is tried again: {error}", cancellationToken);

    /// <summary>An incident's own rows open no further incident.</summary>
    private static bool IsOwn(WorkItem work) => work.Kind == IncidentUnit.WorkKind;

    private static string SubjectOf(WorkItem work) => $"{work.Kind}/{work.Id}";
}
