using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Notifications;
using SocialOps.Responses;
using SocialOps.Storage;
using SocialOps.Storage.InMemory;
using SocialOps.Work;

namespace SocialOps.DependencyInjection;

/// <summary>
/// Chooses what the library works with: <c>UseX</c> something that there is one of, <c>AddX</c> one of several. Calling the same twice is harmless, choosing two different ones is a
/// <see cref="WiringException"/>: nothing that was asked for is dropped in silence. The order of the calls means nothing.
/// </summary>
public sealed class SocialOpsBuilder
{
    private static readonly Func<IServiceProvider, InMemoryStore> s_inMemory = services => new(services.GetRequiredService<TimeProvider>());

    internal SocialOpsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services, for extensions.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Uses a store. The library has none of its own to fall back to: what is to last is chosen by the host.</summary>
    /// <typeparam name="TStore">A store that is its own work queue.</typeparam>
    /// <param name="create">Makes it, once.</param>
    /// <exception cref="WiringException">Another store was chosen before.</exception>
    public SocialOpsBuilder UseStore<TStore>(Func<IServiceProvider, TStore> create)
        where TStore : class, IStore, IWorkQueue
    {
        ArgumentNullException.ThrowIfNull(create);
        return new Choice("stores", create, typeof(TStore).Name).Record(Services, "keep one of the Use... calls, or put one into the other's place with ReplaceStore.") ? Register(create) : this;
    }

    /// <summary>Keeps everything in this process's memory: for a trial or a test. Nothing survives the process.</summary>
    /// <exception cref="WiringException">Another store was chosen before.</exception>
    public SocialOpsBuilder UseInMemory() => UseStore(s_inMemory);

    /// <summary>Puts a store into the place of the one that was chosen: around it, or instead of it in a test of the host.</summary>
    /// <typeparam name="TStore">A store that is its own work queue.</typeparam>
    /// <param name="create">Makes it, once. The one that was chosen can still be resolved by its type.</param>
    public SocialOpsBuilder ReplaceStore<TStore>(Func<IServiceProvider, TStore> create)
        where TStore : class, IStore, IWorkQueue
    {
        ArgumentNullException.ThrowIfNull(create);
        new Choice("stores", create, typeof(TStore).Name).Replace(Services);
        return Register(create);
    }

    /// <summary>Takes definitions in when the worker starts, for the only tenant.</summary>
    /// <param name="load">Reads or builds the agency; its mistakes stop the start.</param>
    /// <exception cref="WiringException">Another agency was added before: the second would take the first one's place.</exception>
    public SocialOpsBuilder AddAgency(Func<IServiceProvider, AgencyDefinition> load)
    {
        ArgumentNullException.ThrowIfNull(load);
        if (new Choice("agencies", load, "AddAgency").Record(Services, "keep one AddAgency or AddAgencyFile call, and give other tenants theirs with ISocialOps.For(tenant).Agency.ApplyAsync."))
        {
            Services.AddSingleton(p => new AgencySource(() => load(p)));
        }

        return this;
    }

    /// <summary>Adds a connector with everything that it can: beside <see cref="IPublisher"/> also <see cref="IMetricsSource"/>, <see cref="IEditor"/>, <see cref="IRetractor"/> and <see cref="IModerator"/>. One serves a network.</summary>
    /// <typeparam name="TPublisher">The connector; the container makes it.</typeparam>
    public SocialOpsBuilder AddConnector<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TPublisher>()
        where TPublisher : class, IPublisher
    {
        Services.TryAddSingleton<TPublisher>();
        return AddAbilities<TPublisher>(new(typeof(TPublisher), nameof(AddConnector)));
    }

    /// <summary>Adds a connector that the host makes itself.</summary>
    /// <typeparam name="TPublisher">The connector.</typeparam>
    /// <param name="create">Makes it, once.</param>
    public SocialOpsBuilder AddConnector<TPublisher>(Func<IServiceProvider, TPublisher> create)
        where TPublisher : class, IPublisher
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.TryAddSingleton(create);
        return AddAbilities<TPublisher>(null);
    }

    /// <summary>Adds a notification channel. One serves a kind.</summary>
    /// <typeparam name="TChannel">The channel; the container makes it.</typeparam>
    public SocialOpsBuilder AddNotificationChannel<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TChannel>()
        where TChannel : class, INotificationChannel
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<INotificationChannel, TChannel>());
        return Note(new(typeof(TChannel), nameof(AddNotificationChannel)));
    }

    /// <summary>Adds a notification channel that the host makes itself.</summary>
    /// <typeparam name="TChannel">The channel.</typeparam>
    /// <param name="create">Makes it, once.</param>
    public SocialOpsBuilder AddNotificationChannel<TChannel>(Func<IServiceProvider, TChannel> create)
        where TChannel : class, INotificationChannel
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<INotificationChannel, TChannel>(create));
        return this;
    }

    /// <summary>
    /// Names the environment that this process runs in, e.g. <c>Production</c>. The first start writes the name into the database; a process under another name, such as a test system on
    /// a copy of it, publishes nothing and tells nobody until <see cref="EngineService.ConfirmEnvironmentAsync"/>. With <c>AddWorker</c> the host's own name is the default.
    /// </summary>
    /// <param name="name">The name; compared without regard to case.</param>
    /// <exception cref="WiringException">Another environment was named before.</exception>
    public SocialOpsBuilder UseEnvironment(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        new Choice("environments", name, $"'{name}'").Record(Services, "keep one UseEnvironment call.");
        Services.Replace(ServiceDescriptor.Singleton(new OperatingEnvironment(name)));
        return this;
    }

    /// <summary>
    /// Keeps what a restored backup would have forgotten in files of a folder: what was sent and who was erased. Without it the library cannot know what went out after a backup was made: see <see cref="IRecoveryJournal"/>.
    /// </summary>
    /// <param name="folder">Where to; made where it is missing. It belongs to this database alone, and lies where a restored backup does not overwrite it. Of several machines each may have its own only if all are read at a start: share it, or register an <see cref="IRecoveryJournal"/> of your own.</param>
    /// <exception cref="WiringException">Another folder was named before.</exception>
    public SocialOpsBuilder UseRecoveryJournal(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        new Choice("recovery journals", folder, $"'{folder}'").Record(Services, "keep one UseRecoveryJournal call.");
        Services.Replace(ServiceDescriptor.Singleton<IRecoveryJournal>(_ => new FileRecoveryJournal(folder)));
        return this;
    }

    /// <summary>Uses another classifier than the built-in <see cref="LexiconClassifier"/>; the rules of the policies stay in force beside it.</summary>
    /// <typeparam name="TClassifier">The classifier; pure and thread-safe.</typeparam>
    /// <exception cref="WiringException">Another one was chosen before.</exception>
    public SocialOpsBuilder UseItemClassifier<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClassifier>()
        where TClassifier : class, IItemClassifier
    {
        new Choice("item classifiers", typeof(TClassifier), typeof(TClassifier).Name).Record(Services, "keep one UseItemClassifier call.");
        Services.Replace(ServiceDescriptor.Singleton<IItemClassifier, TClassifier>());
        return Note(new(typeof(TClassifier), nameof(UseItemClassifier)));
    }

    /// <summary>Uses another last resort than a critical log entry.</summary>
    /// <typeparam name="TSink">The sink.</typeparam>
    /// <exception cref="WiringException">Another one was chosen before.</exception>
    public SocialOpsBuilder UseUnattendedSink<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSink>()
        where TSink : class, IUnattendedSink
    {
        new Choice("unattended sinks", typeof(TSink), typeof(TSink).Name).Record(Services, "keep one UseUnattendedSink call.");
        Services.Replace(ServiceDescriptor.Singleton<IUnattendedSink, TSink>());
        return Note(new(typeof(TSink), nameof(UseUnattendedSink)));
    }

    private SocialOpsBuilder Register<TStore>(Func<IServiceProvider, TStore> create)
        where TStore : class, IStore, IWorkQueue
    {
        Services.RemoveAll<TStore>();
        Services.AddSingleton(create);
        Services.Replace(ServiceDescriptor.Singleton<IStore>(p => p.GetRequiredService<TStore>()));
        Services.Replace(ServiceDescriptor.Singleton<IWorkQueue>(p => p.GetRequiredService<TStore>()));
        return this;
    }

    private SocialOpsBuilder AddAbilities<TPublisher>(Added? added)
        where TPublisher : class, IPublisher
    {
        if (Services.Any(d => d.ServiceType == typeof(Added<TPublisher>)))
        {
            return this;
        }

        Services.AddSingleton<Added<TPublisher>>();
        Add<IPublisher>();
        Add<IMetricsSource>();
        Add<IRetractor>();
        Add<IEditor>();
        Add<IModerator>();
        return added is null ? this : Note(added);

        void Add<TAbility>()
            where TAbility : class
        {
            if (typeof(TPublisher).IsAssignableTo(typeof(TAbility)))
            {
                Services.AddSingleton(p => (TAbility)(object)p.GetRequiredService<TPublisher>());
            }
        }
    }

    private SocialOpsBuilder Note(Added added)
    {
        Services.AddSingleton(added);
        return this;
    }

    /// <summary>That a connector was added.</summary>
    private sealed class Added<T>;
}
