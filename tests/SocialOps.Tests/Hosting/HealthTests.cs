using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SocialOps.Storage.InMemory;
using SocialOps.Testing;

namespace SocialOps.Tests.Hosting;

/// <summary>What a load balancer hears while the worker rests and does not know yet.</summary>
public sealed class HealthTests : IStoreFaults, IAsyncLifetime
{
    private readonly FakeTime _time = new();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IHost _host = null!;
    private Func<ValueTask<StoreFault>>? _ofReads;
    private int _reads;

    public async ValueTask InitializeAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var store = new InMemoryStore(_time);
        builder.Services.AddSingleton<TimeProvider>(_time).AddSocialOps(ops => ops.ReplaceStore(_ => new FaultyStore(store, store, this)).AddWorker());
        builder.Logging.ClearProviders();
        _host = builder.Build();
        await _host.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _released.TrySetResult();
        await _host.StopAsync();
        _host.Dispose();
    }

    [Fact]
    public async Task CheckHealth_StoreIsAwayWhileTheWorkerRests_IsUnhealthyAtOnce()
    {
        _ofReads = () => new(StoreFault.NotDone);

        (await CheckAsync()).Should().Be((HealthStatus.Unhealthy, "The store cannot be reached: The connection was lost during 'BeginRead'; whether it was done is unknown."));
    }

    [Fact]
    public async Task CheckHealth_StoreSaysNothing_IsUnhealthyAfterFiveSeconds()
    {
        Stall();

        (await PassTimeAsync(CheckAsync())).Should().Be((HealthStatus.Unhealthy, "The store cannot be reached: it has not answered for 5 s."));
    }

    [Fact]
    public async Task CheckHealth_OftenWhileTheStoreSaysNothing_AsksOnce()
    {
        Stall();

        await PassTimeAsync(Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CheckAsync())));

        Volatile.Read(ref _reads).Should().BeLessThan(3, "the checks ask once, and the worker may seal its audit trail meanwhile");
    }

    [Fact]
    public async Task CheckHealth_StoreAnswersAgain_IsHealthy()
    {
        Stall();
        await PassTimeAsync(CheckAsync());
        _ofReads = null;
        _released.SetResult();

        (HealthStatus Status, string? Description) after;
        do
        {
            after = await CheckAsync();
            await Task.Yield();
        }
        while (after.Description == "The store cannot be reached: it has not answered for 5 s.");

        after.Should().Be((HealthStatus.Healthy, "The worker turns."));
    }

    public ValueTask<StoreFault> BeforeAsync(StoreStep step) => step == StoreStep.BeginRead && _ofReads is { } fault ? fault() : new(StoreFault.None);

    public ValueTask AfterAsync(StoreStep step) => default;

    private void Stall() => _ofReads = async () =>
    {
        Interlocked.Increment(ref _reads);
        await _released.Task;
        return StoreFault.None;
    };

    private async Task<(HealthStatus Status, string? Description)> CheckAsync()
    {
        var entry = (await _host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["socialops"];
        return (entry.Status, entry.Description);
    }

    /// <summary>Fake time passes, a second at a time, until it is done.</summary>
    private async Task<T> PassTimeAsync<T>(Task<T> task)
    {
        while (await Task.WhenAny(task, Task.Delay(1)) != task)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        return await task;
    }
}
