using NodaTime;

namespace SocialOps.People;

/// <summary>A stretch, half-open, in which a person lacks the briefing that a client requires.</summary>
internal sealed record BriefingGap(ClientId Client, int Version, Instant From, Instant Until);
