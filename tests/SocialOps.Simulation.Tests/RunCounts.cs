using SocialOps.Simulation.Tests.Engine;

namespace SocialOps.Simulation.Tests;

/// <summary>What many histories were.</summary>
internal sealed class RunCounts
{
    private readonly long[] _reached = new long[Enum.GetValues<Reached>().Length];

    public long Histories { get; private set; }

    public long Commits { get; private set; }

    public long Checks { get; private set; }

    public long Faults { get; private set; }

    public long Stalls { get; private set; }

    public long Deaths { get; private set; }

    public long Posts { get; private set; }

    public long Deliveries { get; private set; }

    public TimeSpan Elapsed { get; private set; }

    public void Add(History history, TimeSpan elapsed)
    {
        Histories++;
        (Commits, Checks, Faults) = (Commits + history.Ledger.Commits, Checks + history.Counts.Checks, Faults + history.Counts.Faults);
        (Stalls, Deaths, Posts) = (Stalls + history.Counts.Stalls, Deaths + history.Counts.Deaths, Posts + history.Network.Posts.Count);
        foreach (var state in Enum.GetValues<Reached>())
        {
            _reached[(int)state] += history.Counts[state];
        }

        (Deliveries, Elapsed) = (Deliveries + history.Platform.Accepted.Count, elapsed);
    }

    /// <summary>What none of the histories has come to.</summary>
    public IEnumerable<Reached> Missed => Enum.GetValues<Reached>().Where(r => _reached[(int)r] == 0);

    public override string ToString()
        => $"{Histories:N0} histories in {Elapsed.TotalSeconds:N1} s ({Environment.CpuUsage.TotalTime.TotalSeconds:N1} s of processor time since the start): {Deliveries:N0} deliveries, {Posts:N0} posts, {Commits:N0} commits, {Checks:N0} checks of the invariants, {Faults:N0} store faults, {Stalls:N0} stalls, {Deaths:N0} deaths{string.Concat(Enum.GetValues<Reached>().Except(Missed).Select(r => $", {r} {_reached[(int)r]:N0}"))}";
}
