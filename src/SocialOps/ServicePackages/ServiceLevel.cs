using NodaTime;
using SocialOps.Channels;
using SocialOps.Time;

namespace SocialOps.ServicePackages;

/// <summary>By when what must have happened, for the cases that it applies to (requirements 0.12 and 1.10). A target that is not set gives no clock. Immutable.</summary>
public sealed record ServiceLevel
{
    /// <summary>What holds where no level of a package applies: somebody reacts within 24 hours, so that nothing is ever without a promise.</summary>
    public static ServiceLevel Fallback { get; } = new() { Name = "fallback", Acknowledge = new(new ResponseTarget.Within(Duration.FromHours(24))) };

    /// <summary>The level's name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>The networks it applies to, aliases included; empty for all.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>The kinds of items it applies to; empty for all.</summary>
    public IReadOnlyList<ItemKind> Kinds { get; init; } = [];

    /// <summary>The categories it applies to; empty for all.</summary>
    public IReadOnlyList<Category> Categories { get; init; } = [];

    /// <summary>The least severity it applies to.</summary>
    public Severity MinSeverity { get; init; }

    /// <summary>Over whose hours the targets count; <see langword="null"/> for 24 hours on 7 days.</summary>
    public CalendarId? Calendar { get; init; }

    /// <summary>By when the author has seen a first reaction, or a person decided with a reason that none is due.</summary>
    public ResponseTargets? Acknowledge { get; init; }

    /// <summary>By when the next action follows; starts when acknowledged, or at the missed Acknowledge deadline.</summary>
    public ResponseTargets? NextAction { get; init; }

    /// <summary>By when the client has been reached.</summary>
    public ResponseTargets? ClientContact { get; init; }

    /// <summary>By when the matter is settled; the one clock that pauses, while we wait for the author.</summary>
    public ResponseTargets? Resolve { get; init; }

    /// <summary>Whether the level applies to something.</summary>
    public bool AppliesTo(ServiceSubject subject) => IsFor(subject.Network) && IsFor(subject.Kind) && Concerns(subject.Category) && subject.Severity >= MinSeverity;

    /// <summary>Whether the level applies to some item of a category.</summary>
    public bool Concerns(Category category) => Categories.Count == 0 || Categories.Contains(category);

    /// <summary>Why the level does not apply, with the value that was seen; <see langword="null"/> when it does.</summary>
    public string? WhyNot(ServiceSubject subject)
        => !IsFor(subject.Network) ? $"it is for {string.Join(", ", Networks)}, not for {subject.Network}"
            : !IsFor(subject.Kind) ? $"it is for {string.Join(", ", Kinds)}, not for {subject.Kind}"
            : !Concerns(subject.Category) ? $"it is for {string.Join(", ", Categories)}, not for {subject.Category}"
            : subject.Severity < MinSeverity ? $"it begins at severity {(int)MinSeverity}, this has {(int)subject.Severity}"
            : null;

    private bool IsFor(string network) => Networks.Count == 0 || Networks.Any(n => Channels.Networks.Canonical(n) == Channels.Networks.Canonical(network));

    private bool IsFor(ItemKind kind) => Kinds.Count == 0 || Kinds.Contains(kind);
}
