using SocialOps.Content;

namespace SocialOps.ServicePackages;

/// <summary>What a package says of an activity (requirement 0.5).</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Class">Whether it is part of the package.</param>
/// <param name="Kind">Only for content of this kind; <see langword="null"/> for all (requirement 0.4).</param>
/// <param name="Allowance">How often goodwill is nothing to speak of; only with <see cref="ServiceClass.Goodwill"/>. Never an entitlement.</param>
public sealed record Entitlement(ActivityId Activity, ServiceClass Class, ContentKind? Kind = null, GoodwillAllowance? Allowance = null);

/// <summary>Whether something is part of a package (requirement 0.5).</summary>
public enum ServiceClass
{
    /// <summary>It is.</summary>
    Included,

    /// <summary>It is not: the client does it, or it is offered on its own.</summary>
    Excluded,

    /// <summary>It is not, and is done now and then nevertheless: counted, warned about, never refused.</summary>
    Goodwill,
}
