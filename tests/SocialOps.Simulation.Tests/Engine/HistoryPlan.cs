using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Simulation.Tests.Engine;

/// <summary>How histories are played. The seed decides everything else.</summary>
internal sealed record HistoryPlan
{
    public static HistoryPlan Standard { get; } = new();

    /// <summary>How many choices the world makes before the faults stop.</summary>
    public int Steps { get; init; } = 140;

    /// <summary>Check the invariants after every so many commits.</summary>
    public int CheckEvery { get; init; } = 1;

    /// <summary>What is accepted late appears long after the settle window: the residual that the promise names.</summary>
    public bool Residual { get; init; }

    /// <summary>A bug between the processes and the store; <see langword="null"/> for none.</summary>
    public Func<History, IStore, IWorkQueue, (IStore Store, IWorkQueue Queue)>? Bug { get; init; }

    /// <summary>Something that happens beside the processes after each step; made anew for each history.</summary>
    public Func<Action<History>>? Beside { get; init; }
}
