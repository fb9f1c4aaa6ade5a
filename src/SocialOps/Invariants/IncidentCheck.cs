using SocialOps.Incidents;

namespace SocialOps.Invariants;

/// <summary>I1, I9, I12 of what of the engine's own waits for people.</summary>
internal sealed class IncidentCheck : IInvariantCheck
{
    public async ValueTask RunAsync(InvariantWalk walk, CancellationToken cancellationToken)
    {
        await foreach (var incident in walk.RecordsAsync(IncidentRecords.Incidents, 0, cancellationToken).ConfigureAwait(false))
        {
            if (incident.ClosedAt is not null)
            {
                if (string.IsNullOrWhiteSpace(incident.Resolution) || await walk.FindEventAsync(incident.Id.Value, "incident.closed", cancellationToken).ConfigureAwait(false) is null)
                {
                    walk.Add(Invariant.ReasonAndActor, incident.Id.Value, $"The incident was closed at {incident.ClosedAt} without a recorded reason and actor. Find out what wrote it.");
                }
            }
            else if (!(await walk.OpenRowsAsync(incident.Id.Value, cancellationToken).ConfigureAwait(false)).Any(r => r.Kind == IncidentUnit.WorkKind && r.DedupeKey == $"{incident.Id}/{incident.Sequence}"))
            {
                walk.Add(Invariant.NextAction, incident.Id.Value, $"The incident is open since {incident.OpenedAt} and nothing comes back to it. Claim it: {incident.Summary}");
            }
        }
    }
}
