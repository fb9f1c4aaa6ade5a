using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SocialOps.DependencyInjection;
using SocialOps.Hosting;
using SocialOps.Work;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Runs the library inside a .NET generic host.</summary>
public static class WorkerSocialOpsBuilderExtensions
{
    private const string NoHost = "AddWorker was called where there is no host to run it: build the services with Host.CreateApplicationBuilder or WebApplication.CreateBuilder, or leave AddWorker out and call IWorkPump.RunOnceAsync yourself.";

    /// <summary>
    /// Adds the worker as a hosted service and its health check under the name <c>socialops</c>. At the host's start the store is opened and the agency taken in; a mistake
    /// there stops the start. At its stop the worker ends after the row that it is at; what is left is due again at the next start.
    /// </summary>
    /// <param name="builder">The library's builder.</param>
    public static SocialOpsBuilder AddWorker(this SocialOpsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.Services.Any(d => d.ServiceType == typeof(WorkerHeartbeat)))
        {
            return builder;
        }

        builder.Services.AddSingleton(p => new WorkerHeartbeat(p.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<StoreProbe>();
        builder.Services.AddSingleton<AuditSeals>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SocialOpsWorker>());
        builder.Services.TryAddSingleton(p => new OperatingEnvironment((p.GetService<IHostEnvironment>() ?? throw new WiringException(NoHost)).EnvironmentName));
        builder.Services.AddHealthChecks().AddCheck<SocialOpsHealthCheck>("socialops");
        return builder;
    }
}
