using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using SocialOps.Channels;
using SocialOps.DependencyInjection;
using SocialOps.Notifications;
using SocialOps.Simulation.Tests.World;
using SocialOps.Testing;
using SocialOps.Work;

namespace SocialOps.Simulation.Tests.Engine;

/// <summary>
/// One process: the real library, put together by its own registration, on a store of its own making. It runs until the next stop - a step of its store, a call to the outside - and
/// waits there until the history lets it go on, or never again.
/// </summary>
internal sealed class Process : IStoreFaults
{
    private readonly History _history;
    private readonly Lazy<ServiceProvider> _services;
    private readonly Lazy<TenantServices> _ops;
    private TaskCompletionSource<StoreFault>? _stop;
    private Task _running = Task.CompletedTask;

    public Process(string name, History history)
    {
        (Name, _history) = (name, history);
        Store = new(history, this);
        _services = new(Compose);
        _ops = new(() => _services.Value.GetRequiredService<ISocialOps>().Default); // asked for once: a second time the container compiles what it resolves
    }

    public string Name { get; }

    public TrackedStore Store { get; }

    /// <summary>Where it waits; <see langword="null"/> when it has nothing to do.</summary>
    public string? StopsAt { get; private set; }

    /// <summary>It needs the store's one writing turn to go on.</summary>
    public bool NeedsWriter { get; private set; }

    /// <summary>Since when a request of it is on its way to the network.</summary>
    public Instant? RequestedAt { get; set; }

    /// <summary>It does not go on before this instant.</summary>
    public Instant StallsUntil { get; set; }

    /// <summary>When it asked for work last and got none, and how much was committed then.</summary>
    public (Instant At, long Commits)? AskedInVain { get; set; }

    public bool IsWorker { get; private set; }

    public bool IsAtRest => StopsAt == "rest";

    public TenantServices Ops => _ops.Value;

    /// <summary>It waits for nothing but the history; at rest there is something to be asked for.</summary>
    public bool CanGoOn => _stop is not null && StallsUntil <= _history.Time.Now && !(NeedsWriter && _history.Ledger.Writer is not null)
        && !(IsAtRest && AskedInVain == (_history.Time.Now, _history.Ledger.Commits));

    /// <summary>Does something until its first stop.</summary>
    public void Run(Func<Process, Task> what)
    {
        _running = what(this);
        Settle();
    }

    /// <summary>A worker: starts as a host does and turns the pump for ever.</summary>
    public void RunWorker() => Run(async _ =>
    {
        IsWorker = true;
        var pump = _services.Value.GetRequiredService<IWorkPump>();
        var started = false;
        while (true)
        {
            await StopAsync("rest", false);
            try
            {
                if (!started)
                {
                    await _services.Value.GetRequiredService<SocialOpsStart>().RunAsync().ConfigureAwait(false);
                    started = true;
                }

                await pump.RunOnceAsync().ConfigureAwait(false);
            }
            catch (StoreUnavailableException)
            {
                _history.Log(Name, "the store cannot be reached");
            }
        }
    });

    /// <summary>Waits for the history.</summary>
    public Task<StoreFault> StopAsync(string at, bool needsWriter)
    {
        (StopsAt, NeedsWriter) = (at, needsWriter);
        _stop = new TaskCompletionSource<StoreFault>(); // its continuation runs inside of GoOn, on the one thread
        return _stop.Task;
    }

    /// <summary>Goes on to the next stop.</summary>
    public void GoOn(StoreFault fault)
    {
        var stop = _stop!;
        (StopsAt, _stop) = (null, null);
        stop.SetResult(fault);
        Settle();
    }

    /// <summary>It dies where it is: nothing of it runs ever again, and its transaction rolls back.</summary>
    public void Die()
    {
        (StopsAt, _stop) = (null, null);
        Store.RollBack();
    }

    public async ValueTask<StoreFault> BeforeAsync(StoreStep step) => await StopAsync(NameOf(step), step is not StoreStep.BeginRead and not StoreStep.Commit).ConfigureAwait(false);

    public async ValueTask AfterAsync(StoreStep step)
    {
        if (step is StoreStep.Commit or StoreStep.Claim)
        {
            await StopAsync($"after {NameOf(step)}", false).ConfigureAwait(false);
        }
    }

    private static string NameOf(StoreStep step) => step switch
    {
        StoreStep.BeginRead => "read",
        StoreStep.BeginWrite => "write",
        StoreStep.Commit => "commit",
        StoreStep.Claim => "claim",
        _ => "extend",
    };

    private void Settle()
    {
        if (_running.IsFaulted)
        {
            _history.Violate($"{Name} ended with {_running.Exception.InnerException}");
        }
        else if (!_running.IsCompleted && _stop is null)
        {
            throw new InvalidOperationException($"{Name} went on on another thread: the history cannot be replayed.");
        }
    }

    private ServiceProvider Compose()
    {
        var door = new NetworkDoor(this, _history.Network, _history);
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_history.Time)
            .AddSingleton<IIdGenerator>(_history.Ids)
            .AddSingleton<IPublisher>(door)
            .AddSingleton<IModerator>(door)
            .AddSingleton<INotificationChannel>(new DeskDoor(this, _history))
            .AddSingleton<IUnattendedSink>(_history.Bell)
            .AddSocialOps(ops => ops.UseStore(_ => new FaultyStore(Store, Store, this)));
        services.Replace(ServiceDescriptor.Singleton(_history.Setting.Snapshots)); // compiled once for all histories
        return services.BuildServiceProvider();
    }
}
