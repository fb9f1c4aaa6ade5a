using SocialOps.People;
using NodaTime;

namespace SocialOps.Escalations;

/// <summary>
/// One escalation under way: which step fires next, and when. It is never finished unanswered: it goes round until somebody acts. Immutable; a change gives a new one.
/// Serializable as JSON.
/// </summary>
public sealed record EscalationRun
{
    /// <summary>When it was started, or restarted last.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>The round, from 0; every round waits twice as long as the one before, up to four hours a step.</summary>
    public int Round { get; init; }

    /// <summary>The step that fires next, from 0.</summary>
    public int NextStep { get; init; }

    /// <summary>When it fires: due at this instant, not before.</summary>
    public required Instant NextAt { get; init; }

    /// <summary>Whom it has told, each the last time.</summary>
    public IReadOnlyList<EscalationNote> Notes { get; init; } = [];

    /// <summary>Who has taken note since the (re)start.</summary>
    public IReadOnlyList<EscalationAcknowledgement> Acknowledgements { get; init; } = [];

    /// <summary>When it was stopped; <see langword="null"/> while it runs.</summary>
    public Instant? StoppedAt { get; init; }

    /// <summary>Whether it still runs.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsRunning => StoppedAt is null;

    /// <summary>A run whose first step fires at once.</summary>
    /// <param name="now">The instant of the start.</param>
    public static EscalationRun Start(Instant now) => new() { StartedAt = now, NextAt = now };

    /// <summary>Somebody acts: the run stops. Stopping a stopped one changes nothing.</summary>
    /// <param name="now">The instant of the act.</param>
    public EscalationRun Stop(Instant now) => IsRunning ? this with { StoppedAt = now } : this;

    /// <summary>Somebody takes note. The run stops when as many different people have as the policy asks for; the same person twice counts once.</summary>
    /// <param name="by">Who.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="now">The instant.</param>
    public EscalationRun Acknowledge(Recipient by, EscalationPolicyDefinition policy, Instant now)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(policy);
        if (!IsRunning || Acknowledgements.Any(known => known.By == by))
        {
            return this;
        }

        var noted = this with { Acknowledgements = [.. Acknowledgements, new(by, now)] };
        return noted.Acknowledgements.Count >= policy.Acknowledgements ? noted.Stop(now) : noted;
    }

    /// <summary>A promise is broken: whatever was acknowledged, the run begins anew, its first step at once. Whom it told stays known.</summary>
    /// <param name="now">The instant of the breach.</param>
    public EscalationRun Restart(Instant now) => Start(now) with { Notes = Notes };

    /// <inheritdoc />
    public bool Equals(EscalationRun? other)
        => other is not null && StartedAt == other.StartedAt && Round == other.Round && NextStep == other.NextStep && NextAt == other.NextAt
           && StoppedAt == other.StoppedAt && Notes.SequenceEqual(other.Notes) && Acknowledgements.SequenceEqual(other.Acknowledgements);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(StartedAt, Round, NextStep, NextAt, StoppedAt);
}
