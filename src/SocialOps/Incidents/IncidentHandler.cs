using NodaTime;
using SocialOps.Definitions;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Incidents;

/// <summary>Tells the next people about an incident.</summary>
internal sealed class IncidentHandler(SnapshotCache snapshots) : ITransactionalHandler
{
    public string Kind => IncidentUnit.WorkKind;

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        var stored = await IncidentUnit.FindAsync(transaction, new(work.SubjectId), cancellationToken).ConfigureAwait(false);
        if (stored is not { Value.ClosedAt: null } open || open.Value.Sequence != IncidentUnit.SequenceOf(work))
        {
            return WorkOutcome.Superseded("The incident has moved on since.");
        }

        var agency = await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        var transition = IncidentDecision.Step(open.Value, new IncidentTerms(agency, open.Value.Client), now);
        await IncidentUnit.CommitAsync(transaction, open.Version, transition, now, cancellationToken).ConfigureAwait(false);
        return WorkOutcome.Done;
    }
}
