using NodaTime;
using SocialOps.Notifications;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Incidents;

/// <summary>A row that keeps failing, or that only a later release can do, is an incident; of the first the last resort hears too: its own way to people may be what fails.</summary>
internal sealed class StuckWork(IUnattendedSink sink) : IStuckWork
{
    /// <summary>While both releases run, the later one takes its rows at once.</summary>
    private static readonly Duration LeftFor = Duration.FromMinutes(15);

    public ValueTask OpenAsync(IStoreTransaction transaction, WorkItem work, string error, Instant now, CancellationToken cancellationToken)
        => IsOwn(work) ? default : IncidentUnit.OpenAsync(transaction, IncidentKind.StuckWork, SubjectOf(work), null, $"{work.Kind} of {work.SubjectId} has failed {work.Attempt} times and is tried again. Put the cause right: {error}", now, cancellationToken);

    public ValueTask CloseAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
        => IsOwn(work) ? default : IncidentUnit.CloseAsync(transaction, IncidentKind.StuckWork, SubjectOf(work), Actor.Engine, "It has succeeded.", now, cancellationToken);

    public async ValueTask LookForLaterAsync(IStoreTransaction transaction, IReadOnlyDictionary<string, int> known, Instant now, CancellationToken cancellationToken)
    {
        var late = await transaction.QueryWorkAsync(new(DueBefore: now - LeftFor), cancellationToken).ConfigureAwait(false);
        var left = late.Items.Where(w => w.PayloadVersion > known.GetValueOrDefault(w.Kind)).ToList();
        if (left is [var first, ..])
        {
            var summary = $"{left.Count} row(s) were written by a later release and nobody takes them, the first since {first.DueAt}: {first.Kind} of {first.SubjectId}. Start that release again, or put right by hand what they were to do.";
            await IncidentUnit.OpenAsync(transaction, IncidentKind.LaterWork, "work", null, summary, now, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await IncidentUnit.CloseAsync(transaction, IncidentKind.LaterWork, "work", Actor.Engine, "None is left.", now, cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask RingAsync(WorkItem work, string error, CancellationToken cancellationToken)
        => sink.RingAsync(work.Tenant, work.SubjectId, $"{work.Kind} has failed {work.Attempt} times and is tried again: {error}", cancellationToken);

    /// <summary>An incident's own rows open no further incident.</summary>
    private static bool IsOwn(WorkItem work) => work.Kind == IncidentUnit.WorkKind;

    private static string SubjectOf(WorkItem work) => $"{work.Kind}/{work.Id}";
}
