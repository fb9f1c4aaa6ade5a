using SocialOps.Content;
using SocialOps.People;

namespace SocialOps.ServicePackages;

/// <summary>What an agency sells: who does what, who answers, and by when. Immutable; a change is a new version, and work in flight keeps the one it began with.</summary>
public sealed record PackageDefinition
{
    /// <summary>The package's id.</summary>
    public required PackageId Id { get; init; }

    /// <summary>The name that people read.</summary>
    public required string Name { get; init; }

    /// <summary>Who answers comments (requirements 0.9 and 0.10).</summary>
    public required EngagementOwner Engagement { get; init; }

    /// <summary>The most that the engine may do alone for a client with this package.</summary>
    public AutonomyLevel Autonomy { get; init; } = AutonomyLevel.ActWithinPool;

    /// <summary>The promises; the first that applies to a case is the case's own.</summary>
    public IReadOnlyList<ServiceLevel> ServiceLevels { get; init; } = [];

    /// <summary>What is part of it, what is not, and what is done as goodwill (requirement 0.5).</summary>
    public IReadOnlyList<Entitlement> Entitlements { get; init; } = [];

    /// <summary>Who does what; goes before what follows from <see cref="Entitlements"/>.</summary>
    public IReadOnlyList<Responsibility> Responsibilities { get; init; } = [];

    /// <summary>The networks it is for, aliases included; empty for all. An account elsewhere is refused (requirement 0.8).</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>How many posts a week it holds, by network (requirement 2.5).</summary>
    public IReadOnlyDictionary<string, int> PostsPerWeek { get; init; } = new Dictionary<string, int>();

    /// <summary>How content is approved; <see langword="null"/> where the package leaves it open.</summary>
    public ApprovalPreset? Approval { get; init; }

    /// <summary>Whether content goes out for a client with this package only while an agreement with it is active; without it, definitions are enough.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)] // hashes of packages that do not ask for one stay as they are
    public bool RequiresAgreement { get; init; }

    /// <summary>When somebody watches, apart from what the service levels promise.</summary>
    public IReadOnlyList<WatchWindow> Watch { get; init; } = [];

    /// <summary>What it takes; <see langword="null"/> where nobody has written it down.</summary>
    public PackageEffort? Effort { get; init; }

    /// <summary>The promise for something: the first level that applies, else <see cref="ServiceLevel.Fallback"/>.</summary>
    public ServiceLevel LevelFor(ServiceSubject subject)
    {
        for (var i = 0; i < ServiceLevels.Count; i++)
        {
            if (ServiceLevels[i].AppliesTo(subject))
            {
                return ServiceLevels[i];
            }
        }

        return ServiceLevel.Fallback;
    }

    /// <summary>The promise for something, and why not the others.</summary>
    public ServiceLevelMatch Explain(ServiceSubject subject)
    {
        var level = LevelFor(subject);
        var after = ServiceLevels.SkipWhile(l => !ReferenceEquals(l, level)).Skip(1).Select(l => new PassedLevel(l.Name, l.WhyNot(subject) ?? $"'{level.Name}' stands before it"));
        var before = ServiceLevels.TakeWhile(l => !ReferenceEquals(l, level)).Select(l => new PassedLevel(l.Name, l.WhyNot(subject)!));
        return new(subject, level, [.. before, .. after]);
    }

    /// <summary>What the package says of an activity: what it says of the kind of content goes before what it says of all. <see langword="null"/> where it says nothing.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="kind">The kind of content; <see langword="null"/> for none in particular.</param>
    public Entitlement? FindEntitlement(ActivityId activity, ContentKind? kind = null)
        => Entitlements.FirstOrDefault(e => e.Activity == activity && e.Kind is not null && e.Kind == kind)
            ?? Entitlements.FirstOrDefault(e => e.Activity == activity && e.Kind is null);

    /// <summary>Whether the package is for a network.</summary>
    public bool Covers(string network) => Networks.Count == 0 || Networks.Any(n => Channels.Networks.Canonical(n) == Channels.Networks.Canonical(network));
}

/// <summary>Who answers comments.</summary>
public enum EngagementOwner
{
    /// <summary>The client: the agency watches and tells, and never replies (requirement 0.9).</summary>
    Client,

    /// <summary>The agency is the first to answer (requirement 0.10).</summary>
    Agency,
}
