using Microsoft.Extensions.DependencyInjection;
using SocialOps.Definitions;
using SocialOps.Storage.InMemory;
using SocialOps.Testing;
using SocialOps.Tests;

namespace SocialOps.Simulation.Tests.Engine;

/// <summary>The rows with which each history begins: an agency that was taken in. Compiled once.</summary>
internal static class Template
{
    private static readonly TenantRows Rows = Build();

    public static SnapshotCache Snapshots { get; } = new(Responses.LexiconClassifier.Default);

    public static InMemoryStore NewStore(FakeTime time)
    {
        var store = new InMemoryStore(time);
        store.Write(TenantId.Default, Rows);
        return store;
    }

    private static TenantRows Build()
    {
        var time = new FakeTime(TestAgency.Friday);
        var store = new InMemoryStore(time);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(time).AddSocialOps(ops => ops.UseStore(_ => store)).BuildServiceProvider();
        services.GetRequiredService<ISocialOps>().Default.Agency.ApplyAsync(TestAgency.Create(), Actor.Service("test", "simulation")).AsTask().GetAwaiter().GetResult();
        return store.Read(TenantId.Default);
    }
}
