using Microsoft.Extensions.DependencyInjection;
using SocialOps.Definitions;
using SocialOps.Simulation.Tests.World;
using SocialOps.Simulation.Tests.World.Agency;
using SocialOps.Storage.InMemory;
using SocialOps.Testing;
using SocialOps.Tests;

namespace SocialOps.Simulation.Tests.Engine;

/// <summary>The rows with which histories begin: an agency that was taken in, and what was agreed. Made and compiled once.</summary>
internal sealed class Template
{
    private readonly TenantRows _rows;

    private Template(IReadOnlyList<AgencyDefinition> road, Func<TenantServices, Task>? agreed = null)
    {
        Road = road;
        var time = new FakeTime(TestAgency.Friday);
        var store = new InMemoryStore(time);
        using var services = new ServiceCollection().AddSingleton<TimeProvider>(time).AddSocialOps(ops => ops.UseStore(_ => store)).BuildServiceProvider();
        var ops = services.GetRequiredService<ISocialOps>().Default;
        ops.Agency.ApplyAsync(road[0], Actor.Service("test", "simulation")).AsTask().GetAwaiter().GetResult();
        agreed?.Invoke(ops).GetAwaiter().GetResult();
        _rows = store.Read(TenantId.Default);
    }

    /// <summary>Two people, two clients.</summary>
    public static IReadOnlyList<Template> Small { get; } = [new([TestAgency.Create()])];

    /// <summary>With people who approve, accounts to publish on, and a way of approving for each client.</summary>
    public static IReadOnlyList<Template> Large { get; } = [.. AgencyState.Roads.Select(road => new Template(road, LargeAgency.AgreeAsync))];

    /// <summary>The definitions that are in force, one revision after the other.</summary>
    public IReadOnlyList<AgencyDefinition> Road { get; }

    public SnapshotCache Snapshots { get; } = new(Responses.LexiconClassifier.Default);

    public InMemoryStore NewStore(FakeTime time)
    {
        var store = new InMemoryStore(time);
        store.Write(TenantId.Default, _rows);
        return store;
    }
}
