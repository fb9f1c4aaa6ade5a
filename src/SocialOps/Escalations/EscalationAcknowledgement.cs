using SocialOps.People;
using NodaTime;

namespace SocialOps.Escalations;

/// <summary>That somebody has taken note. Acknowledged is not handled: a breach restarts the run.</summary>
/// <param name="By">Who; a deputy counts like the person.</param>
/// <param name="At">When.</param>
public sealed record EscalationAcknowledgement(Recipient By, Instant At);
