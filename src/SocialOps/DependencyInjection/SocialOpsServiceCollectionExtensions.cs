using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SocialOps;
using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.Content.Contributions;
using SocialOps.Definitions;
using SocialOps.DependencyInjection;
using SocialOps.Inbox;
using SocialOps.Incidents;
using SocialOps.Notifications;
using SocialOps.Privacy;
using SocialOps.Publishing;
using SocialOps.Readiness;
using SocialOps.Readiness.Agreements;
using SocialOps.Recovery;
using SocialOps.Responses;
using SocialOps.Routines;
using SocialOps.Storage;
using SocialOps.Work;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds SocialOps to a host.</summary>
public static class SocialOpsServiceCollectionExtensions
{
    private const string NoStore = "No store is chosen: call UseSqlite(\"Data Source=socialops.db\") or UsePostgreSql(...) in AddSocialOps, or UseInMemory() for a trial.";

    /// <summary>
    /// Adds the library: <see cref="ISocialOps"/>, <see cref="IWorkPump"/> and <see cref="SocialOpsStart"/>. One <c>Use...</c> call must choose a store. The host's <see cref="TimeProvider"/> is the
    /// one source of time. Calling it again adds to what is there. What is wired wrongly is told, all of it, when <see cref="ISocialOps"/> is first resolved; with <c>AddWorker</c> that is at the host's start.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Chooses the store, the agency, connectors and channels.</param>
    /// <exception cref="WiringException">Two different things are chosen of which there is one.</exception>
    public static IServiceCollection AddSocialOps(this IServiceCollection services, Action<SocialOpsBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (!services.Any(d => d.ServiceType == typeof(ISocialOps)))
        {
            AddCore(services);
        }

        configure?.Invoke(new SocialOpsBuilder(services));
        return services;
    }

    private static void AddCore(IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton<IStore>(_ => throw new WiringException(NoStore));
        services.TryAddSingleton<IWorkQueue>(_ => throw new WiringException(NoStore));
        services.AddSingleton(p => new WiringCheck(p, p.GetServices<Added>()));
#pragma warning disable RS0030 // The one place where the host's clock defaults to the system's.
        services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.TryAddSingleton<IIdGenerator>(p => new RandomIdGenerator(p.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IUnattendedSink>(p => new LogUnattendedSink(LoggerOf<LogUnattendedSink>(p)));
        services.AddSingleton(p => new EngineClock(p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<EngineGate>();
        services.AddSingleton(p => new EngineService(p.GetRequiredService<IStore>(), p.GetRequiredService<EngineClock>(), p.GetRequiredService<EngineGate>(), p.GetRequiredService<WorkSignal>(), p.GetService<OperatingEnvironment>()));
        services.TryAddSingleton<IItemClassifier>(LexiconClassifier.Default);
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<SnapshotCache>();
        services.AddSingleton<CaseUnit>();
        services.AddSingleton<ErasureUnit>();
        services.AddSingleton(p => new ErasureJournal(p.GetRequiredService<IStore>(), p.GetService<IRecoveryJournal>()));
        services.AddSingleton(p => new RestoreReplay(p.GetRequiredService<IStore>(), p.GetRequiredService<EngineClock>(), p.GetRequiredService<ErasureUnit>(), p.GetRequiredService<ErasureJournal>(), p.GetService<IRecoveryJournal>(), LoggerOf<RestoreReplay>(p)));
        services.AddSingleton<IWorkHandler, SweepHandler>();
        services.AddSingleton<IWorkHandler, SilentSourceHandler>();
        services.AddSingleton<IWorkHandler, WithdrawnHandler>();
        services.AddSingleton<IContentTerms, ContentTermsSource>();
        services.AddSingleton<IContentPost, ContentPost>();
        services.AddSingleton<ContentUnit>();
        services.AddSingleton<ContributionUnit>();
        services.AddSingleton<IWorkHandler, ContributionHandler>();
        services.TryAddSingleton(_ => RandomNumberGenerator.Create());
        services.AddSingleton<IApprovalDirectory, ApprovalDirectory>();
        services.AddSingleton<ApprovalUnit>();
        services.AddSingleton<ApprovalGate>();
        services.AddSingleton<IWorkHandler, ApprovalClockHandler>();
        services.AddSingleton<IWorkHandler, ForgetHandler>();
        services.AddSingleton<IWorkHandler, PracticeReminder>();
        services.AddSingleton<IWorkHandler, PlatformReminder>();
        services.AddSingleton<IWorkHandler, RoutineHandler>();
        services.AddSingleton<IWorkHandler, RoutineLateHandler>();
        services.AddSingleton<IDefinitionUse, CaseUse>();
        services.AddSingleton<IRecipientDirectory, RecipientDirectory>();
        services.AddSingleton<IWorkHandler, ProcessHandler>();
        services.AddSingleton<IWorkHandler, ClockHandler>();
        services.AddSingleton<IWorkHandler, StepHandler>();
        services.AddSingleton<IWorkHandler, DialogueHandler>();
        services.AddSingleton<IWorkHandler, HourHandler>();
        services.AddSingleton<IWorkHandler, WaveHandler>();
        services.AddSingleton<IWorkHandler, DeliveredHandler>();
        services.AddSingleton<IWorkHandler, ReplyOutcomeHandler>();
        services.AddSingleton<IWorkHandler, NotifyHandler>();
        services.AddSingleton<IWorkHandler, UnattendedHandler>();
        services.AddSingleton<IWorkHandler, IncidentHandler>();
        services.AddSingleton<IStuckWork, StuckWork>();
        services.AddSingleton<Connectors>();
        services.AddSingleton<IAgreementStanding, AgreementStanding>();
        services.AddSingleton<PublicationGate>();
        services.AddSingleton<ReadinessUnit>();
        services.AddSingleton<ContentPublications>();
        services.AddSingleton<ContentSync>();
        services.AddSingleton<PlanningBell>();
        services.AddSingleton<Aftermath>();
        services.AddSingleton<IWorkHandler, ApprovalMovedHandler>();
        services.AddSingleton<IApprovalFollower>(p => p.GetRequiredService<ContentSync>());
        services.AddSingleton<IApprovalFollower, ReplyFollower>();
        services.AddSingleton<IApprovalFollower, PlanFollower>();
        services.AddSingleton<IApprovalFollower, GuideFollower>();
        services.AddSingleton<IApprovalFollower, ScheduleFollower>();
        services.AddSingleton<ProposalUnit>();
        services.AddSingleton<IDefinitionFollower, RoutineFollower>();
        services.AddSingleton<AgencyImport>();
        services.AddSingleton<IWorkHandler, PublishedCheckHandler>();
        services.AddSingleton<IWorkHandler, MetricsHandler>();
        services.AddSingleton<IWorkHandler, CorrectionHandler>();
        services.AddSingleton<IWorkHandler, ModerationHandler>();
        services.AddSingleton<IWorkHandler>(p => new SendHandler(p.GetRequiredService<IStore>(), p.GetRequiredService<EngineClock>(), p.GetRequiredService<PublicationGate>(), p.GetRequiredService<Connectors>(), p.GetRequiredService<Aftermath>(), LoggerOf<SendHandler>(p), p.GetService<IRecoveryJournal>()));
        services.AddSingleton<IWorkPump>(p => new WorkPump(p.GetRequiredService<IStore>(), p.GetRequiredService<IWorkQueue>(), p.GetRequiredService<EngineClock>(), p.GetRequiredService<EngineGate>(), p.GetServices<IWorkHandler>(), p.GetRequiredService<IStuckWork>(), LoggerOf<WorkPump>(p)));
        services.AddSingleton<SocialOpsRoot>();
        services.AddSingleton<ISocialOps>(Checked);
        services.AddSingleton(p => new SocialOpsStart(p.GetRequiredService<IStore>(), p.GetRequiredService<ISocialOps>(), p.GetRequiredService<EngineClock>(), p.GetRequiredService<RestoreReplay>(), p.GetServices<AgencySource>(), p.GetServices<IPublisher>(), p.GetServices<INotificationChannel>(), LoggerOf<SocialOpsStart>(p)));
    }

    private static SocialOpsRoot Checked(IServiceProvider services)
    {
        services.GetRequiredService<WiringCheck>().Run();
        return services.GetRequiredService<SocialOpsRoot>();
    }

    /// <summary>The host's logger, or none: a host need not have logging.</summary>
    private static ILogger<T> LoggerOf<T>(IServiceProvider services) => services.GetService<ILoggerFactory>()?.CreateLogger<T>() ?? NullLogger<T>.Instance;
}
