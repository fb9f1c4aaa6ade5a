using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SocialOps.Channels;
using SocialOps.Notifications;

namespace SocialOps.DependencyInjection;

/// <summary>Looks at what was added before anything of it is used, and tells all faults at once.</summary>
internal sealed class WiringCheck(IServiceProvider services, IEnumerable<Added> added)
{
    /// <exception cref="WiringException">Something is missing or is there twice.</exception>
    public void Run()
    {
        var faults = services.GetService<IServiceProviderIsService>() is { } known ? added.Select(a => a.Fault(known)).OfType<string>().ToList() : [];
        if (faults.Count == 0)
        {
            faults.AddRange(Twice<IPublisher>(p => p.Network, "connectors serve the network", "AddConnector"));
            faults.AddRange(Twice<INotificationChannel>(c => c.Kind, "notification channels serve", "AddNotificationChannel"));
        }

        if (faults.Count > 0)
        {
            throw new WiringException(faults);
        }
    }

    private IEnumerable<string> Twice<T>(Func<T, string> nameOf, string what, string call)
        where T : class
    {
        try
        {
            return from each in services.GetServices<T>().Distinct()
                   group each.GetType().Name by nameOf(each).ToUpperInvariant() into same
                   where same.Count() > 1
                   select $"Two {what} '{same.Key.ToLowerInvariant()}', {string.Join(" and ", same)}: keep one {call} call.";
        }
        catch (OptionsValidationException exception)
        {
            return exception.Failures.Select(f => $"{f} Set it with services.Configure<{exception.OptionsType.Name}>(...).");
        }
    }
}
