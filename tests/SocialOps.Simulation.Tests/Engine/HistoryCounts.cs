namespace SocialOps.Simulation.Tests.Engine;

/// <summary>What happened in a history.</summary>
internal sealed class HistoryCounts
{
    public int Steps { get; set; }

    public int Checks { get; set; }

    public int Faults { get; set; }

    public int Stalls { get; set; }

    public int Deaths { get; set; }

    public int Approvals { get; set; }

    public int EditsAfterYes { get; set; }

    public int Revocations { get; set; }

    public int Sends { get; set; }

    public int Held { get; set; }

    public int Freezes { get; set; }
}
