using SocialOps.Auditing;

namespace SocialOps.Content;

/// <summary>What a decision changes; committed as a whole.</summary>
/// <param name="State">The item afterwards.</param>
/// <param name="Events">What happened; empty when nothing changed.</param>
/// <param name="Revision">The revision that was made.</param>
internal sealed record ContentTransition(ContentItem State, IReadOnlyList<AuditEvent> Events, Revision? Revision = null);
