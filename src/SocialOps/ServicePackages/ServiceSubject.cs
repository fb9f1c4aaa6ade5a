using SocialOps.Channels;

namespace SocialOps.ServicePackages;

/// <summary>What a promise is looked up for.</summary>
/// <param name="Network">The network, or its alias.</param>
/// <param name="Kind">What the item is on its network.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Severity">How grave it is.</param>
public readonly record struct ServiceSubject(string Network, ItemKind Kind, Category Category, Severity Severity)
{
    /// <summary>One text for people.</summary>
    public override string ToString() => $"{Kind} on {Networks.Canonical(Network ?? "")}, {Category}, severity {(int)Severity}";
}
