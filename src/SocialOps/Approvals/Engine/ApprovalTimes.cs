using NodaTime;
using SocialOps.Time;

namespace SocialOps.Approvals;

/// <summary>When something is due, and when people are reminded. Pure.</summary>
public static class ApprovalTimes
{
    /// <summary>A deadline includes its own instant: what is done when it has passed is due one microsecond later.</summary>
    internal static readonly Duration JustAfter = Duration.FromTicks(10);

    /// <summary>The last instant at which a decision of a step is in time: the step's lead time over the approvers' hours, but never later than the slot less its lead time.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="kind">What is approved.</param>
    /// <param name="facts">The calendars.</param>
    /// <param name="openedAt">When it is asked.</param>
    /// <param name="publishAt">The slot.</param>
    public static Instant DueAt(ApprovalPolicy policy, int step, ApprovalSubjectKind kind, ApprovalFacts facts, Instant openedAt, Instant? publishAt)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(facts);
        var due = policy.LeadTimeOf(step, kind).DeadlineFrom(facts.Calendar(policy.CalendarOf(step)), openedAt) ?? openedAt + Duration.FromDays(28);
        return publishAt is { } slot ? Instant.Max(openedAt, Instant.Min(due, slot - policy.Definition.SlotLeadTime)) : due;
    }

    /// <summary>The instant at which so much of a span has passed: of its open time where it has some, otherwise of the elapsed time.</summary>
    internal static Instant PartOf(BusinessCalendar calendar, Instant from, Instant to, double share)
    {
        var open = calendar.Between(from, to);
        return open > Duration.Zero && calendar.Add(from, open * share) is { } at && at <= to ? at : from + ((to - from) * share);
    }

    /// <summary>Half the original span again, for the account owner; never later than the slot less its lead time.</summary>
    internal static Instant EscalationDueAt(ApprovalPolicy policy, StepRun run, ApprovalRequest request, ApprovalFacts facts, Instant now)
    {
        var calendar = facts.Calendar(policy.CalendarOf(run.Step));
        var open = calendar.Between(run.OpenedAt, run.DueAt);
        var due = open > Duration.Zero && calendar.Add(now, open * 0.5) is { } at ? at : now + ((run.DueAt - run.OpenedAt) * 0.5);
        return request.PublishAt is { } slot ? Instant.Min(due, slot - policy.Definition.SlotLeadTime) : due;
    }

    /// <summary>By when each step must be asked at the latest so that all of them can use their whole lead time before the slot (requirement 1.17), to the second; <see langword="null"/> for a step that cannot within 90 days.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="kind">What is approved.</param>
    /// <param name="facts">The calendars.</param>
    /// <param name="publishAt">The slot.</param>
    public static IReadOnlyList<Instant?> LatestStarts(ApprovalPolicy policy, ApprovalSubjectKind kind, ApprovalFacts facts, Instant publishAt)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(facts);
        var starts = new Instant?[policy.Steps.Count];
        Instant? end = publishAt - policy.Definition.SlotLeadTime;
        for (var step = policy.Steps.Count - 1; step >= 0 && end is { } by; step--)
        {
            end = starts[step] = LatestStart(policy.LeadTimeOf(step, kind), facts.Calendar(policy.CalendarOf(step)), by);
        }

        return starts;
    }

    /// <summary>Deadlines never run backwards when starts move forward, so the latest start is found by halving, in whole seconds.</summary>
    private static Instant? LatestStart(ResponseTarget target, BusinessCalendar calendar, Instant by)
    {
        var high = by.ToUnixTimeSeconds() + 1;
        var low = high - (90 * NodaConstants.SecondsPerDay);
        if (!IsEarlyEnough(low))
        {
            return null;
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = IsEarlyEnough(middle) ? (middle, high) : (low, middle);
        }

        return Instant.FromUnixTimeSeconds(low);

        bool IsEarlyEnough(long second) => target.DeadlineFrom(calendar, Instant.FromUnixTimeSeconds(second)) is { } due && due <= by;
    }
}
