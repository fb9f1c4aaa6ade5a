using Microsoft.Extensions.DependencyInjection;

namespace SocialOps.DependencyInjection;

/// <summary>What a <c>Use...</c> call chose of something that there is one of. The same choice again is harmless; another one would drop the first in silence.</summary>
/// <param name="Of">In the plural, e.g. <c>stores</c>.</param>
/// <param name="Value">What was chosen, to compare.</param>
/// <param name="Name">What was chosen, to read.</param>
internal sealed record Choice(string Of, object Value, string Name)
{
    /// <exception cref="WiringException">Another one was chosen before.</exception>
    /// <returns>Whether it is the first.</returns>
    public bool Record(IServiceCollection services, string wayOut)
    {
        var before = services.Where(d => d.ServiceType == typeof(Choice)).Select(d => (Choice)d.ImplementationInstance!).FirstOrDefault(c => c.Of == Of);
        if (before is null)
        {
            services.AddSingleton(this);
            return true;
        }

        return Equals(before.Value, Value) ? false
            : throw new WiringException(before.Name == Name ? $"Two {Of} are chosen: {wayOut}" : $"Two {Of} are chosen, {before.Name} and {Name}: {wayOut}");
    }

    /// <summary>Takes the place of what was chosen.</summary>
    public void Replace(IServiceCollection services)
    {
        if (services.FirstOrDefault(d => d.ServiceType == typeof(Choice) && ((Choice)d.ImplementationInstance!).Of == Of) is { } before)
        {
            services.Remove(before);
        }

        services.AddSingleton(this);
    }
}
