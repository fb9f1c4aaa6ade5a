using System.Globalization;
using NodaTime;
using SocialOps.Simulation.Tests.World.Agency;
using SocialOps.Simulation.Tests.World.Customers;
using SocialOps.Simulation.Tests.World.Publications;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Simulation.Tests.Engine;

/// <summary>How histories are played. The seed decides everything else.</summary>
internal sealed record HistoryPlan
{
    /// <summary>The inbox, its cases and replies.</summary>
    public static HistoryPlan Standard { get; } = new();

    /// <summary>Everything.</summary>
    public static HistoryPlan Wide { get; } = new() { Settings = Template.Large, Areas = [(p, h) => new Editors(p, h), (p, h) => new Customers(p, h), (p, h) => new CrisisDesk(p, h), (p, h) => new Managers(p, h)], Busy = 24, Shows = 3, LongestRest = Duration.FromHours(1), Steps = 250 };

    /// <summary>Publications and changes of the agency, beside the inbox.</summary>
    public static HistoryPlan Publications { get; } = Wide with { Areas = [(p, h) => new Editors(p, h), (p, h) => new Managers(p, h)] };

    /// <summary>What histories begin with, in turn.</summary>
    public IReadOnlyList<Template> Settings { get; init; } = Template.Small;

    /// <summary>What is played beside the inbox, its cases and replies.</summary>
    public IReadOnlyList<Func<Process, History, Area>> Areas { get; init; } = [];

    /// <summary>Of a hundred choices, how many more are people's.</summary>
    public int Busy { get; init; }

    /// <summary>Of a hundred choices, how many are the platform's.</summary>
    public int Shows { get; init; } = 7;

    /// <summary>The longest that nothing happens.</summary>
    public Duration LongestRest { get; init; } = Duration.FromHours(4);

    /// <summary>How many choices the world makes before the faults stop.</summary>
    public int Steps { get; init; } = 140;

    /// <summary>Check the invariants after every so many commits; every eighth history is checked after each. SOCIALOPS_SIMULATION_CHECK_EVERY says another number.</summary>
    public int CheckEvery { get; init; } = int.Parse(Environment.GetEnvironmentVariable("SOCIALOPS_SIMULATION_CHECK_EVERY") ?? "8", CultureInfo.InvariantCulture);

    /// <summary>What is accepted late appears long after the settle window: the residual that the promise names.</summary>
    public bool Residual { get; init; }

    /// <summary>A bug between the processes and the store; <see langword="null"/> for none.</summary>
    public Func<History, IStore, IWorkQueue, (IStore Store, IWorkQueue Queue)>? Bug { get; init; }

    /// <summary>Something that happens beside the processes after each step; made anew for each history.</summary>
    public Func<Action<History>>? Beside { get; init; }
}
