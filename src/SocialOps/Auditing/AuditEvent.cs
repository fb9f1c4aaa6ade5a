using NodaTime;

namespace SocialOps.Auditing;

/// <summary>Something that happened, who did it and why: written in the transaction of its effect, never changed afterwards.</summary>
/// <param name="At">When, by the library's clock.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What, e.g. <c>case.acknowledged</c>.</param>
/// <param name="SubjectId">About what, e.g. the case's id.</param>
/// <param name="Detail">One sentence for people, with the reason.</param>
/// <param name="Sequence">The store's number of the event within the tenant, ascending; 0 before it is appended.</param>
public sealed record AuditEvent(Instant At, Actor Actor, string Action, string SubjectId, string Detail, long Sequence = 0);

/// <summary>Which audit events to list; every condition that is set must hold.</summary>
/// <param name="SubjectId">Events about this subject.</param>
/// <param name="Action">Events of this action.</param>
/// <param name="Limit">The most events of a page, 1 to 1,000.</param>
/// <param name="Continue">The <see cref="PagedResult{T}.Next"/> of the page before.</param>
/// <param name="Descending">The latest first.</param>
public sealed record AuditQuery(string? SubjectId = null, string? Action = null, int Limit = 100, string? Continue = null, bool Descending = false);
