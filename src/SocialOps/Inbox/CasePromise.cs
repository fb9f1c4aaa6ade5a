using SocialOps.ServicePackages;
using SocialOps.Time;

namespace SocialOps.Inbox;

/// <summary>What was promised for a case, and why: computed anew by the code that started its clocks.</summary>
/// <param name="Case">The case.</param>
/// <param name="Match">The service level that holds, and why not the others.</param>
/// <param name="Calendar">Over whose hours its targets count; <see langword="null"/> for 24 hours on 7 days.</param>
/// <param name="StartedAs">The class of time in which the case was opened (requirement 0.12): it chooses among a level's targets.</param>
public sealed record CasePromise(CaseId Case, ServiceLevelMatch Match, CalendarId? Calendar, TimeClass StartedAs)
{
    internal static CasePromise Of(Case state, CaseTerms terms)
    {
        var match = terms.Package.Explain(state.Subject);
        return new(state.Id, match, match.Level.Calendar, ResponseTargets.ClassOf(terms.CalendarFor(state.Subject), state.OpenedAt, terms.IsInMeeting(state.OpenedAt)));
    }
}
