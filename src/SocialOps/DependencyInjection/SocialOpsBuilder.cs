using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Notifications;
using SocialOps.Responses;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.DependencyInjection;

/// <summary>Chooses what the library works with. <c>UseX</c> replaces, <c>AddX</c> adds; calling the same twice is harmless.</summary>
public sealed class SocialOpsBuilder
{
    internal SocialOpsBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services, for extensions.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Uses a store; it replaces the one chosen before. The last <c>Use...</c> wins.</summary>
    /// <typeparam name="TStore">A store that is its own work queue.</typeparam>
    /// <param name="create">Makes it, once.</param>
    public SocialOpsBuilder UseStore<TStore>(Func<IServiceProvider, TStore> create)
        where TStore : class, IStore, IWorkQueue
    {
        ArgumentNullException.ThrowIfNull(create);
        Services.RemoveAll<TStore>();
        Services.AddSingleton(create);
        Services.Replace(ServiceDescriptor.Singleton<IStore>(p => p.GetRequiredService<TStore>()));
        Services.Replace(ServiceDescriptor.Singleton<IWorkQueue>(p => p.GetRequiredService<TStore>()));
        return this;
    }

    /// <summary>Takes definitions in when the worker starts, for the only tenant.</summary>
    /// <param name="load">Reads or builds the agency; its mistakes stop the start.</param>
    public SocialOpsBuilder AddAgency(Func<IServiceProvider, AgencyDefinition> load)
    {
        ArgumentNullException.ThrowIfNull(load);
        Services.AddSingleton(p => new AgencySource(() => load(p)));
        return this;
    }

    /// <summary>Adds a connector with everything that it can: beside <see cref="IPublisher"/> also <see cref="IMetricsSource"/>, <see cref="IEditor"/>, <see cref="IRetractor"/> and <see cref="IModerator"/>. Of several for one network the last one wins.</summary>
    /// <typeparam name="TPublisher">The connector.</typeparam>
    public SocialOpsBuilder AddConnector<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TPublisher>()
        where TPublisher : class, IPublisher
    {
        if (Services.Any(d => d.ServiceType == typeof(Added<TPublisher>)))
        {
            return this;
        }

        Services.AddSingleton<Added<TPublisher>>();
        Services.TryAddSingleton<TPublisher>();
        Add<IPublisher>();
        Add<IMetricsSource>();
        Add<IRetractor>();
        Add<IEditor>();
        Add<IModerator>();
        return this;

        void Add<TAbility>()
            where TAbility : class
        {
            if (typeof(TPublisher).IsAssignableTo(typeof(TAbility)))
            {
                Services.AddSingleton(p => (TAbility)(object)p.GetRequiredService<TPublisher>());
            }
        }
    }

    /// <summary>Adds a notification channel; of several for one kind the last one wins.</summary>
    /// <typeparam name="TChannel">The channel.</typeparam>
    public SocialOpsBuilder AddNotificationChannel<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TChannel>()
        where TChannel : class, INotificationChannel
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<INotificationChannel, TChannel>());
        return this;
    }

    /// <summary>
    /// Names the environment that this process runs in, e.g. <c>Production</c>. The first start writes the name into the database; a process under another name, such as a test system on
    /// a copy of it, publishes nothing and tells nobody until <see cref="EngineService.ConfirmEnvironmentAsync"/>. With <c>AddWorker</c> the host's own name is the default.
    /// </summary>
    /// <param name="name">The name; compared without regard to case.</param>
    public SocialOpsBuilder UseEnvironment(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Services.Replace(ServiceDescriptor.Singleton(new OperatingEnvironment(name)));
        return this;
    }

    /// <summary>Uses another classifier than the built-in <see cref="LexiconClassifier"/>; the rules of the policies stay in force beside it.</summary>
    /// <typeparam name="TClassifier">The classifier; pure and thread-safe.</typeparam>
    public SocialOpsBuilder UseItemClassifier<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClassifier>()
        where TClassifier : class, IItemClassifier
    {
        Services.Replace(ServiceDescriptor.Singleton<IItemClassifier, TClassifier>());
        return this;
    }

    /// <summary>Uses another last resort than a critical log entry.</summary>
    /// <typeparam name="TSink">The sink.</typeparam>
    public SocialOpsBuilder UseUnattendedSink<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSink>()
        where TSink : class, IUnattendedSink
    {
        Services.Replace(ServiceDescriptor.Singleton<IUnattendedSink, TSink>());
        return this;
    }

    /// <summary>That a connector was added.</summary>
    private sealed class Added<T>;
}
