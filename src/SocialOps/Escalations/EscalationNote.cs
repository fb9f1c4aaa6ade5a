using SocialOps.People;
using NodaTime;

namespace SocialOps.Escalations;

/// <summary>That somebody was told, the last time.</summary>
/// <param name="Recipient">Who.</param>
/// <param name="At">When.</param>
/// <param name="Round">In which round, from 0.</param>
/// <param name="Step">At which step, from 0.</param>
public sealed record EscalationNote(Recipient Recipient, Instant At, int Round, int Step);
