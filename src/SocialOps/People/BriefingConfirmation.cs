using NodaTime;

namespace SocialOps.People;

/// <summary>A person has read a client's briefing (requirement 1.7).</summary>
/// <param name="Client">The client.</param>
/// <param name="Version">The briefing's version.</param>
/// <param name="Hash">SHA-256 of what was read, in lower-case hex.</param>
/// <param name="At">When.</param>
public sealed record BriefingConfirmation(ClientId Client, int Version, string Hash, Instant At);
