using NodaTime;

namespace SocialOps.OnCall;

/// <summary>An instant at which one answer ends and another begins.</summary>
/// <param name="At">The first instant of the new answer.</param>
/// <param name="From">Who was on duty before, or the gap.</param>
/// <param name="To">Who is on duty from then on, or the gap.</param>
public sealed record Handoff(Instant At, OnCallAnswer From, OnCallAnswer To);
