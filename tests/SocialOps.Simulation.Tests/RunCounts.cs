using SocialOps.Simulation.Tests.Engine;

namespace SocialOps.Simulation.Tests;

/// <summary>What many histories were.</summary>
internal sealed class RunCounts
{
    public long Histories { get; private set; }

    public long Commits { get; private set; }

    public long Checks { get; private set; }

    public long Faults { get; private set; }

    public long Stalls { get; private set; }

    public long Deaths { get; private set; }

    public long Posts { get; private set; }

    public long Deliveries { get; private set; }

    public long Approvals { get; private set; }

    public long EditsAfterYes { get; private set; }

    public long Revocations { get; private set; }

    public long Sends { get; private set; }

    public long Held { get; private set; }

    public long Freezes { get; private set; }

    public TimeSpan Elapsed { get; private set; }

    public void Add(History history, TimeSpan elapsed)
    {
        Histories++;
        (Commits, Checks, Faults) = (Commits + history.Ledger.Commits, Checks + history.Counts.Checks, Faults + history.Counts.Faults);
        (Stalls, Deaths, Posts) = (Stalls + history.Counts.Stalls, Deaths + history.Counts.Deaths, Posts + history.Network.Posts.Count);
        (Approvals, EditsAfterYes, Revocations) = (Approvals + history.Counts.Approvals, EditsAfterYes + history.Counts.EditsAfterYes, Revocations + history.Counts.Revocations);
        (Sends, Held, Freezes) = (Sends + history.Counts.Sends, Held + history.Counts.Held, Freezes + history.Counts.Freezes);
        (Deliveries, Elapsed) = (Deliveries + history.Platform.Accepted.Count, elapsed);
    }

    /// <summary>What none of the histories has come to.</summary>
    public IEnumerable<string> Missed => Reached.Where(r => r.Count == 0).Select(r => r.What);

    private IReadOnlyList<(string What, long Count)> Reached =>
    [
        ("approvals", Approvals),
        ("edits after one", EditsAfterYes),
        ("taken back", Revocations),
        ("attempts to publish", Sends),
        ("held", Held),
        ("freezes", Freezes),
    ];

    public override string ToString()
        => $"{Histories:N0} histories in {Elapsed.TotalSeconds:N1} s ({Environment.CpuUsage.TotalTime.TotalSeconds:N1} s of processor time since the start): {Deliveries:N0} deliveries, {Posts:N0} posts, {Commits:N0} commits, {Checks:N0} checks of the invariants, {Faults:N0} store faults, {Stalls:N0} stalls, {Deaths:N0} deaths{string.Concat(Reached.Where(r => r.Count > 0).Select(r => $", {r.Count:N0} {r.What}"))}";
}
