using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Definitions;
using SocialOps.People;

namespace SocialOps.Routines;

/// <summary>One time that a routine came. Immutable.</summary>
public sealed record RoutineRun
{
    /// <summary>The routine.</summary>
    public required RoutineId Routine { get; init; }

    /// <summary>Its name then.</summary>
    public required string Name { get; init; }

    /// <summary>The client it serves; <see langword="null"/> for the agency itself.</summary>
    public ClientId? Client { get; init; }

    /// <summary>Who does it.</summary>
    public required PersonId Owner { get; init; }

    /// <summary>When it came.</summary>
    public required Instant At { get; init; }

    /// <summary>The last instant at which it is in time.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>What has to be checked off.</summary>
    public IReadOnlyList<string> Checklist { get; init; } = [];

    /// <summary>What was checked off, in the order of the checklist.</summary>
    public IReadOnlyList<string> Checked { get; init; } = [];

    /// <summary>What was open when it came (requirement 3.5).</summary>
    public IReadOnlyList<string> Agenda { get; init; } = [];

    /// <summary>What came of it; <see langword="null"/> while it is open or when it was missed.</summary>
    public string? Outcome { get; init; }

    /// <summary>Of an exercise, how well it went, 0 to 100 (requirement 4.8).</summary>
    public int? Score { get; init; }

    /// <summary>Who finished it.</summary>
    public Actor? DoneBy { get; init; }

    /// <summary>When it was finished, or the next one took its place.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Where it stands.</summary>
    [JsonIgnore]
    public RoutineState State => EndedAt is not { } ended ? RoutineState.Open
        : Outcome is null ? RoutineState.Missed
        : ended <= DueAt ? RoutineState.Done : RoutineState.DoneLate;

    internal string Key => $"{Routine}/{Storage.IndexText.Of(At)}";
}

/// <summary>Where one time of a routine stands.</summary>
public enum RoutineState
{
    /// <summary>It waits to be done.</summary>
    Open,

    /// <summary>It was done in time.</summary>
    Done,

    /// <summary>It was done after its time.</summary>
    DoneLate,

    /// <summary>It was not done before the next one came.</summary>
    Missed,
}

/// <summary>How regularly a routine is done (requirement 4.10).</summary>
/// <param name="Done">In time.</param>
/// <param name="Late">Late.</param>
/// <param name="Missed">Not at all.</param>
public sealed record Regularity(int Done, int Late, int Missed)
{
    /// <summary>Those done in time, of all that have ended, in percent; 0 when none has.</summary>
    public int Percent => Done + Late + Missed is > 0 and var all ? 100 * Done / all : 0;
}
