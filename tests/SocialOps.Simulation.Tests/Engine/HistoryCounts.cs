namespace SocialOps.Simulation.Tests.Engine;

/// <summary>What happened in a history.</summary>
internal sealed class HistoryCounts
{
    private readonly int[] _seen = new int[Enum.GetValues<Reached>().Length];

    public int Steps { get; set; }

    public int Checks { get; set; }

    public int Faults { get; set; }

    public int Stalls { get; set; }

    public int Deaths { get; set; }

    /// <summary>How often a state of wide histories was seen.</summary>
    public int this[Reached state] => _seen[(int)state];

    public void See(Reached state, bool isSo = true) => _seen[(int)state] += isSo ? 1 : 0;
}

/// <summary>States that wide histories have to come to: where none of them does, they show nothing about it.</summary>
internal enum Reached
{
    Approvals,
    EditsAfterAnApproval,
    ApprovalsTakenBack,
    EmergencyReleases,
    AttemptsToPublish,
    HeldPublications,
    Freezes,
    Waves,
    WavesThatFreeze,
    Deferrals,
    Moderations,
    ReopenedCases,
    WithdrawnCases,
    AgencyChanges,
}
