using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace SocialOps.DependencyInjection;

/// <summary>A type that the container makes for us.</summary>
/// <param name="type">The type.</param>
/// <param name="call">The call that added it, e.g. <c>AddConnector</c>.</param>
internal sealed class Added([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type, string call)
{
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)]
    public Type Type { get; } = type;

    /// <summary>What its constructor needs and nobody registered, as a sentence; <see langword="null"/> when it can be made.</summary>
    public string? Fault(IServiceProviderIsService known)
    {
        var missing = Type.GetConstructors().Select(c => c.GetParameters().Where(p => !IsThere(p, known)).Select(p => p.ParameterType.Name.Split('`')[0]).Distinct().ToList()).MinBy(m => m.Count);
        return missing switch
        {
            null => $"{Type.Name} has no public constructor: give it one, or make it yourself with {call}(services => ...).",
            [] => null,
            _ => $"{Type.Name} needs {string.Join(" and ", missing)}, which nobody registered: call services.AddSingleton({string.Join(") and services.AddSingleton(", missing.Select(m => $"new {m}(...)"))}), or make it yourself with {call}(services => new {Type.Name}(...)).",
        };
    }

    private static bool IsThere(ParameterInfo parameter, IServiceProviderIsService known)
        => parameter.HasDefaultValue || parameter.IsDefined(typeof(FromKeyedServicesAttribute)) || known.IsService(parameter.ParameterType);
}
