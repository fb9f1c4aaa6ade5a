using NodaTime;

namespace SocialOps.Work;

/// <summary>Which work rows to list; every condition that is set must hold.</summary>
/// <param name="State">Rows in this state.</param>
/// <param name="Kind">Rows of this kind.</param>
/// <param name="SubjectId">Rows about this subject.</param>
/// <param name="DueBefore">Rows due before this instant, exclusive.</param>
/// <param name="Limit">The most rows of a page, 1 to 1,000.</param>
/// <param name="Continue">The <see cref="PagedResult{T}.Next"/> of the page before.</param>
public sealed record WorkQuery(WorkState? State = WorkState.Open, string? Kind = null, string? SubjectId = null, Instant? DueBefore = null, int Limit = 100, string? Continue = null);
