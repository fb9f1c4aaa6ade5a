using NodaTime;

namespace SocialOps.Inbox;

/// <summary>Open cases whose items say nearly the same.</summary>
/// <param name="Text">What the oldest says.</param>
/// <param name="Cases">The cases, the oldest first; at least two.</param>
public sealed record CaseCluster(string Text, IReadOnlyList<Case> Cases);

/// <summary>What one decision did to one case of a cluster.</summary>
/// <param name="Id">The case.</param>
/// <param name="After">The case afterwards; <see langword="null"/> where the decision was refused.</param>
/// <param name="Refusal">Why it was refused, with the way out.</param>
public sealed record ClusterOutcome(CaseId Id, Case? After, string? Refusal);

/// <summary>What we have said before on such a matter.</summary>
/// <param name="Case">The case in which it was said.</param>
/// <param name="Asked">What that case's item says.</param>
/// <param name="Said">Our reply.</param>
/// <param name="SaidAt">When the network had it.</param>
/// <param name="Likeness">How much of the shorter item stands in the other, 0 to 1; 1 for replies in the same case.</param>
public sealed record EarlierReply(CaseId Case, string Asked, string Said, Instant SaidAt, double Likeness);
