using NodaTime;
using SocialOps.People;

namespace SocialOps.Definitions;

/// <summary>A duty that comes again: with a cadence, a checklist and somebody who does it. Immutable; defining it again changes what comes next, never what has been.</summary>
public sealed record RoutineDefinition
{
    /// <summary>The routine's id.</summary>
    public required RoutineId Id { get; init; }

    /// <summary>Its name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required RoutineKind Kind { get; init; }

    /// <summary>The client it serves; <see langword="null"/> for the agency itself.</summary>
    public ClientId? Client { get; init; }

    /// <summary>Who does it.</summary>
    public required PersonId Owner { get; init; }

    /// <summary>Who hears of it when it is late.</summary>
    public PersonId? Deputy { get; init; }

    /// <summary>When it comes.</summary>
    public required RoutineCadence Cadence { get; init; }

    /// <summary>From its beginning until it is late; at that instant it is still in time.</summary>
    public required Duration Within { get; init; }

    /// <summary>How long it should take at most (requirement 1.15: do not lose yourself); <see langword="null"/> for no limit.</summary>
    public Duration? TimeBox { get; init; }

    /// <summary>What has to be checked off before it is done; may be empty.</summary>
    public IReadOnlyList<string> Checklist { get; init; } = [];
}

/// <summary>What a routine is for.</summary>
public enum RoutineKind
{
    /// <summary>Eyes open on the channels (requirement 1.15).</summary>
    Watch,

    /// <summary>The team talks; the agenda is what is open (requirement 3.5).</summary>
    Sync,

    /// <summary>A look back after a campaign (requirement 3.8).</summary>
    Retrospective,

    /// <summary>What the platforms change: sunset dates, limits (requirement 3.10).</summary>
    PlatformWatch,

    /// <summary>Profiles make a good first impression (requirement 2.3).</summary>
    ProfileCheck,

    /// <summary>Something new from outside (requirement 4.10).</summary>
    Impulse,

    /// <summary>Writing, photographing and answering together (requirement 4.8).</summary>
    Exercise,

    /// <summary>People, contracts and budgets for the time ahead (requirement 4.15).</summary>
    Continuity,

    /// <summary>Any other.</summary>
    Other,
}
