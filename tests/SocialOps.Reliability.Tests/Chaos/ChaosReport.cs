namespace SocialOps.Reliability.Tests.Chaos;

/// <summary>What is done to the database.</summary>
public enum Fault
{
    /// <summary><c>pg_ctl stop -m immediate</c>, and started again.</summary>
    Immediate,

    /// <summary>All of the server's processes stand still.</summary>
    Paused,

    /// <summary>A connection loses the answer of its COMMIT.</summary>
    CutAfterCommit,

    /// <summary>A connection is cut before its COMMIT arrives, or in the middle of a message.</summary>
    Cut,

    /// <summary>The network swallows everything both ways, and nobody hears so.</summary>
    HalfOpen,

    /// <summary>Everything takes long.</summary>
    Delayed,
}

/// <summary>What the cycles showed.</summary>
internal sealed record ChaosReport(int Seed)
{
    public IReadOnlyList<Fault> Cycles { get; init; } = [];

    public int Deliveries { get; init; }

    public int Refused { get; init; }

    public int Posts { get; init; }

    /// <summary>How long it took at most until a worker said that it is unhealthy, in outages that lasted long enough to tell.</summary>
    public TimeSpan Unhealthy { get; init; }

    /// <summary>How long it took at most, after the database was back, until every worker said that it is healthy.</summary>
    public TimeSpan HealthyAgain { get; init; }

    public int MostAttemptsInASecond { get; init; }

    public TimeSpan Took { get; init; }

    public IReadOnlyList<string> Broken { get; init; } = [];

    public override string ToString()
    {
        var (lost, doubled) = (Count("lost"), Count("doubled"));
        return FormattableString.Invariant($"cycles {Cycles.Count} (immediate {Of(Fault.Immediate)}, paused {Of(Fault.Paused)}, cut after commit {Of(Fault.CutAfterCommit)}, cut {Of(Fault.Cut)}, half-open {Of(Fault.HalfOpen)}, delayed {Of(Fault.Delayed)}), ")
            + FormattableString.Invariant($"{Deliveries} deliveries, {Refused} refused while away, {Posts} posts, lost {lost}, doubled {doubled}, violations {Broken.Count - lost - doubled}, ")
            + FormattableString.Invariant($"unhealthy within {Unhealthy.TotalSeconds:0.0} s, healthy again within {HealthyAgain.TotalSeconds:0.0} s, at most {MostAttemptsInASecond} connections a second, {Took.TotalSeconds:0} s, seed {Seed}");
    }

    private int Of(Fault fault) => Cycles.Count(c => c == fault);

    private int Count(string what) => Broken.Count(b => b.StartsWith($"{what}:", StringComparison.Ordinal));
}
