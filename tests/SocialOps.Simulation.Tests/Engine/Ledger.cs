using SocialOps.Work;

namespace SocialOps.Simulation.Tests.Engine;

/// <summary>What the workers were given and what they ended, as seen from their side of the store.</summary>
internal sealed class Ledger(History history)
{
    private readonly Dictionary<long, long> _claims = [];
    private readonly HashSet<long> _ended = [];

    /// <summary>Whose writing transaction is open.</summary>
    public Process? Writer { get; set; }

    public long Commits { get; private set; }

    public void Claimed(ClaimRequest request, WorkItem row)
    {
        if (row.DueAt > request.Now)
        {
            history.Violate($"I7: row {row.Id} ({row.Kind}) is due {row.DueAt} and was claimed at {request.Now} already.");
        }

        if (_ended.Contains(row.Id))
        {
            history.Violate($"I6: row {row.Id} ({row.Kind}) had ended and was claimed again.");
        }

        if (_claims.GetValueOrDefault(row.Id) >= row.Fence)
        {
            history.Violate($"I6: row {row.Id} ({row.Kind}) was claimed twice under fence {row.Fence}.");
        }

        _claims[row.Id] = row.Fence;
    }

    public void Committed(IEnumerable<(WorkLease Lease, WorkOutcome Outcome)> finished)
    {
        Commits++;
        foreach (var (lease, outcome) in finished)
        {
            if (_claims.GetValueOrDefault(lease.WorkId) != lease.Fence)
            {
                history.Violate($"I6: row {lease.WorkId} was finished under fence {lease.Fence}; the current claim is {_claims.GetValueOrDefault(lease.WorkId)}.");
            }

            if (!_ended.Add(lease.WorkId))
            {
                history.Violate($"I8: row {lease.WorkId} ended twice.");
            }

            if (outcome is WorkOutcome.RetryAt)
            {
                _ended.Remove(lease.WorkId);
            }
        }
    }
}
