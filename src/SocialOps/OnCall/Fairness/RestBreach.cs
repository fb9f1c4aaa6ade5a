using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall.Fairness;

/// <summary>A stretch, half-open [from, to), in which somebody is on duty though they should rest.</summary>
/// <param name="Person">Who.</param>
/// <param name="Rule">The rule.</param>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Text">What is too much, for people.</param>
public sealed record RestBreach(PersonId Person, RestRule Rule, Instant From, Instant To, string Text);
