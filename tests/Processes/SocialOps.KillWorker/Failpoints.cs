using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialOps.Channels;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.KillWorker;

/// <summary>Puts the failpoints, and the planted bug, around the store and the connectors.</summary>
internal static class Failpoints
{
    public static IServiceCollection AddFailpoints(this IServiceCollection services)
    {
        var store = services.Single(d => d.ServiceType != typeof(IStore) && typeof(IStore).IsAssignableFrom(d.ServiceType)).ServiceType;
        services.AddSocialOps(ops => ops.ReplaceStore(p => new FailpointStore((IStore)p.GetRequiredService(store), (IWorkQueue)p.GetRequiredService(store))));
        foreach (var publisher in services.Where(d => d.ServiceType == typeof(IPublisher)).Select(d => (IPublisher)d.ImplementationInstance!).ToList())
        {
            services.Replace(ServiceDescriptor.Singleton<IPublisher>(new FailpointPublisher(publisher)));
        }

        return services;
    }
}
