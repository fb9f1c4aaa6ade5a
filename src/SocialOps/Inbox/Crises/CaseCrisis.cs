using NodaTime;
using SocialOps.Crisis;

namespace SocialOps.Inbox;

/// <summary>What a wave of level 3 and above asks of a case, and what of it was done.</summary>
public sealed record CaseCrisis
{
    /// <summary>When it reached level 3.</summary>
    public required Instant Since { get; init; }

    /// <summary>When a person has acted since it rose last.</summary>
    public Instant? AssessedAt { get; init; }

    /// <summary>When something of ours was published since it rose last.</summary>
    public Instant? SpokenAt { get; init; }

    /// <summary>What was done by itself, each once.</summary>
    public IReadOnlyList<WaveAction> Done { get; init; } = [];
}

/// <summary>A level that a wave has come to.</summary>
/// <param name="At">When.</param>
/// <param name="Level">The level.</param>
/// <param name="Comments">Comments in all by then.</param>
/// <param name="Why">Why, with the numbers.</param>
/// <param name="ByPerson">A person said so.</param>
public sealed record WaveMoment(Instant At, WaveLevel Level, long Comments, string Why, bool ByPerson = false);
