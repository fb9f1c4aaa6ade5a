using SocialOps.Auditing.Chain;

namespace SocialOps.Invariants;

/// <summary>I10, I12: the events are numbered from 1 without a gap, those that are sealed are what was sealed, and each names somebody.</summary>
internal sealed class AuditCheck : IInvariantCheck
{
    public async ValueTask RunAsync(InvariantWalk walk, CancellationToken cancellationToken)
    {
        var last = 0L;
        await foreach (var one in walk.EventsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (one.Sequence != last + 1)
            {
                walk.Add(Invariant.AuditIsWhole, $"audit {one.Sequence}", $"After event {last} comes {one.Sequence}: {one.Sequence - last - 1} event(s) are missing. Compare with a backup.");
            }

            if (string.IsNullOrWhiteSpace(one.Actor.Id))
            {
                walk.Add(Invariant.ReasonAndActor, $"audit {one.Sequence}", $"The event '{one.Action}' about {one.SubjectId} names nobody who did it. Find out what wrote it.");
            }

            last = one.Sequence;
        }

        using var verifier = new AuditVerifier(walk.Transaction, null);
        foreach (var fault in (await verifier.VerifyAsync(cancellationToken).ConfigureAwait(false)).Faults)
        {
            walk.Add(Invariant.AuditIsWhole, $"audit {fault.Sequence}", fault.Message);
        }
    }
}
