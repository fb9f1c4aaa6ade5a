using SocialOps.Auditing;
using SocialOps.Notifications;
using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>What a decision changes; committed as a whole.</summary>
/// <param name="State">The case afterwards.</param>
/// <param name="Events">What happened.</param>
/// <param name="Work">What happens later.</param>
/// <param name="Notices">Who is told.</param>
/// <param name="Publications">What is sent.</param>
/// <param name="Sent">Who sends which words: for samples and the use of saved replies.</param>
/// <param name="ActedBy">Who has acted and is not to be reminded so often.</param>
/// <param name="Unattended">Why nobody could be told: for the last resort.</param>
/// <param name="Freeze">Why the client's scheduled posts are held from now on.</param>
internal sealed record CaseTransition(
    Case State,
    IReadOnlyList<AuditEvent> Events,
    IReadOnlyList<WorkDraft> Work,
    IReadOnlyList<Notice> Notices,
    IReadOnlyList<Publication> Publications,
    IReadOnlyList<SentReply> Sent,
    Recipient? ActedBy,
    string? Unattended,
    string? Freeze = null);
