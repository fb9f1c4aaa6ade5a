using NodaTime;
using SocialOps.Approvals;
using SocialOps.Channels;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Reporting;

/// <summary>What a month is counted from.</summary>
internal sealed record MonthFacts
{
    public required AgencySnapshot Agency { get; init; }

    public required ClientDefinition Client { get; init; }

    public required YearMonth Month { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required Instant Now { get; init; }

    public required IReadOnlyList<CaseTrack> Cases { get; init; }

    public required IReadOnlyDictionary<Category, int> Items { get; init; }

    public required IReadOnlyList<Duration> Detected { get; init; }

    public IReadOnlyList<TrendMonth> Before { get; init; } = [];

    public IReadOnlyList<ApprovalRequest> Requests { get; init; } = [];

    public IReadOnlyList<PillarEffect> Pillars { get; init; } = [];

    public IReadOnlyList<Scorecard> Scores { get; init; } = [];

    /// <summary>Who was part of the agency: first before the month, then after each change in it.</summary>
    public required IReadOnlyList<IReadOnlyCollection<PersonId>> Teams { get; init; }

    /// <summary>The month's last day, or today while the month is not over.</summary>
    public LocalDate On => LocalDate.Min(Now.InZone(Zone).Date, Month.PlusMonths(1).OnDayOfMonth(1).PlusDays(-1));

    public required MonthReportOptions Options { get; init; }

    /// <summary>The month's shifts, up to now: what lies ahead was not worked.</summary>
    public IEnumerable<Shift> Shifts()
    {
        var (from, to) = MonthSpan.Of(Month, Zone);
        return Now <= from || Agency.FindSchedule(Client.Agreement.Schedule) is not { } schedule ? [] : schedule.Between(from, Instant.Min(to, Now));
    }
}

/// <summary>A case with when its stages ended, and who acted.</summary>
internal sealed record CaseTrack(Case Case, Instant? ShownAt, Instant? ClaimedAt, Instant? ReactedAt, IReadOnlyList<PersonId> Actors);

/// <summary>The instants of a month.</summary>
internal static class MonthSpan
{
    public static (Instant From, Instant To) Of(YearMonth month, DateTimeZone zone)
        => (zone.AtStartOfDay(month.OnDayOfMonth(1)).ToInstant(), zone.AtStartOfDay(month.PlusMonths(1).OnDayOfMonth(1)).ToInstant());
}
