using NodaTime;
using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Responses;

/// <summary>A reply that somebody looks at afterwards: is it what the client would have said? (requirement 4.14)</summary>
public sealed record QualitySample
{
    /// <summary>Its id: the publication's.</summary>
    public required string Id { get; init; }

    /// <summary>The client in whose name it was sent.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The case.</summary>
    public required string Case { get; init; }

    /// <summary>Who sent it: a person's id, or <see cref="Engine"/>.</summary>
    public required string Sender { get; init; }

    /// <summary>What the item was.</summary>
    public required Category Category { get; init; }

    /// <summary>What was sent.</summary>
    public required string Text { get; init; }

    /// <summary>How far the sender was allowed to go.</summary>
    public required AutonomyLevel Level { get; init; }

    /// <summary>When it was decided.</summary>
    public required Instant SentAt { get; init; }

    /// <summary>How many breaches there were before it.</summary>
    public int Epoch { get; init; }

    /// <summary>What was found; <see langword="null"/> while nobody has looked.</summary>
    public SampleVerdict? Verdict { get; init; }

    /// <summary>The name of the engine as a sender.</summary>
    public const string Engine = "engine";
}

/// <summary>What a reviewer found.</summary>
/// <param name="Conforms">It is what the client would have said; otherwise it is a breach.</param>
/// <param name="Reason">Why.</param>
/// <param name="Reviewer">Who says so.</param>
/// <param name="At">When.</param>
public sealed record SampleVerdict(bool Conforms, string Reason, Actor Reviewer, Instant At);
