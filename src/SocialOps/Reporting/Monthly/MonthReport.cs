using NodaTime;
using SocialOps.Channels;
using SocialOps.Inbox;
using SocialOps.People;

namespace SocialOps.Reporting;

/// <summary>A client's month, in figures that were counted from what is stored. Months lie in the zone of the client's schedule, [first day 00:00, next month's first day 00:00).</summary>
public sealed record MonthReport
{
    /// <summary>The client.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The client's name.</summary>
    public required string ClientName { get; init; }

    /// <summary>The month.</summary>
    public required YearMonth Month { get; init; }

    /// <summary>The IANA zone in which it lies.</summary>
    public required string Zone { get; init; }

    /// <summary>When it was counted.</summary>
    public required Instant At { get; init; }

    /// <summary>What arrived: items by category, the most frequent first.</summary>
    public required IReadOnlyList<CategoryCount> Items { get; init; }

    /// <summary>Cases that were opened in the month.</summary>
    public required int Cases { get; init; }

    /// <summary>Those of them that are open still.</summary>
    public required int OpenCases { get; init; }

    /// <summary>Promises of these cases, kept and broken.</summary>
    public required PromiseCount Promises { get; init; }

    /// <summary>How long a first reaction took, by category; cases of the agency's that had one.</summary>
    public required IReadOnlyList<AnswerTime> Answers { get; init; }

    /// <summary>How long each stage took (requirements 1.17 and 4.1).</summary>
    public required IReadOnlyList<StageLatency> Stages { get; init; }

    /// <summary>The stage that took longest by its median; <see langword="null"/> without any.</summary>
    public CaseStage? Bottleneck => Stages.Where(s => s.Count > 0).MaxBy(s => s.Median)?.Stage;

    /// <summary>Who did how much, and was on duty how long, the most hours first (requirement 2.16).</summary>
    public required IReadOnlyList<PersonLoad> Load { get; init; }

    /// <summary>The threads that hit a nerve, the loudest first, five at most (requirement 0.21).</summary>
    public required IReadOnlyList<NerveTopic> Topics { get; init; }

    /// <summary>What our own posts brought, by pillar (requirement 0.21).</summary>
    public required IReadOnlyList<PillarEffect> Pillars { get; init; }

    /// <summary>Approvals that were asked for in the month (requirement 4.17).</summary>
    public required ApprovalCount Approvals { get; init; }

    /// <summary>This month and those before it, the oldest first, with a verdict only after its horizon (requirement 0.20).</summary>
    public required MonthTrend Trend { get; init; }

    /// <summary>What people scored, and how far self and outside lie apart (requirement 4.9).</summary>
    public required ScoreGap Scores { get; init; }

    /// <summary>Whether people and money hold for the time ahead (requirement 4.15).</summary>
    public required Continuity Continuity { get; init; }

    /// <summary>What waves cost beside what being on call cost (requirement 2.12); <see langword="null"/> where no rates were given.</summary>
    public CostComparison? Cost { get; init; }
}

/// <summary>How many items were about something.</summary>
/// <param name="Category">What.</param>
/// <param name="Count">How many.</param>
public sealed record CategoryCount(Category Category, int Count);

/// <summary>Promises that ended, and those that still run.</summary>
/// <param name="Kept">Clocks that ended in time.</param>
/// <param name="Broken">Clocks that passed their deadline.</param>
/// <param name="Running">Clocks that run and are not due yet.</param>
/// <param name="ByKind">By kind: of each case its latest clock.</param>
public sealed record PromiseCount(int Kept, int Broken, int Running, IReadOnlyList<KindCount> ByKind)
{
    /// <summary>The share that was kept, 0 to 1; <see langword="null"/> where none has ended.</summary>
    public double? Share => Kept + Broken == 0 ? null : (double)Kept / (Kept + Broken);
}

/// <summary>Promises of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Kept">Ended in time.</param>
/// <param name="Broken">Passed their deadline.</param>
public sealed record KindCount(ClockKind Kind, int Kept, int Broken);

/// <summary>How long first reactions took.</summary>
/// <param name="Category">To what.</param>
/// <param name="Count">How many.</param>
/// <param name="Median">Half of them took no longer.</param>
/// <param name="NineOfTen">Nine of ten took no longer (nearest rank).</param>
/// <param name="Longest">The longest.</param>
public sealed record AnswerTime(Category Category, int Count, Duration Median, Duration NineOfTen, Duration Longest);

/// <summary>The stages of a case (requirement 4.1).</summary>
public enum CaseStage
{
    /// <summary>From being written to being shown to us.</summary>
    Detect,

    /// <summary>From there to an open case.</summary>
    Triage,

    /// <summary>From there until somebody said "mine".</summary>
    Claim,

    /// <summary>From there (or from the open case) to the first reaction.</summary>
    React,

    /// <summary>From there to the end.</summary>
    Settle,
}

/// <summary>How long a stage took.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Count">How many cases went through it.</param>
/// <param name="Median">Half of them took no longer.</param>
/// <param name="NineOfTen">Nine of ten took no longer (nearest rank).</param>
public sealed record StageLatency(CaseStage Stage, int Count, Duration Median, Duration NineOfTen);

/// <summary>What a person did and carried.</summary>
/// <param name="Person">The person.</param>
/// <param name="Actions">Commands on the month's cases.</param>
/// <param name="Cases">On how many of them.</param>
/// <param name="OnDuty">How long on duty on the client's schedule in the month.</param>
/// <param name="AtWeekends">How much of that on Saturdays and Sundays, in the schedule's zone.</param>
public sealed record PersonLoad(PersonId Person, int Actions, int Cases, Duration OnDuty, Duration AtWeekends);

/// <summary>A thread that hit a nerve.</summary>
/// <param name="Case">Its case.</param>
/// <param name="Excerpt">How it began.</param>
/// <param name="Category">What it was about.</param>
/// <param name="Items">How many items arrived.</param>
/// <param name="Counters">The highest counters seen.</param>
public sealed record NerveTopic(CaseId Case, string Excerpt, Category Category, int Items, ItemCounters Counters)
{
    /// <summary>How loud: what arrived, what was liked, commented and shared.</summary>
    public long Loudness => Items + Counters.Likes + Counters.Comments + Counters.Shares;
}

/// <summary>What posts of a pillar brought, by the latest numbers of each.</summary>
/// <param name="Pillar">The goal or message; empty for none.</param>
/// <param name="Posts">How many posts with numbers.</param>
/// <param name="Likes">Likes.</param>
/// <param name="Comments">Comments.</param>
/// <param name="Shares">Shares.</param>
/// <param name="Reach">People who saw them.</param>
public sealed record PillarEffect(string Pillar, int Posts, long Likes, long Comments, long Shares, long Reach);

/// <summary>Approvals.</summary>
/// <param name="Requests">How many were asked for.</param>
/// <param name="Parts">How many parts they had.</param>
/// <param name="Rounds">The most rounds that each part took, summed.</param>
/// <param name="MostRounds">The most rounds of one part.</param>
public sealed record ApprovalCount(int Requests, int Parts, int Rounds, int MostRounds)
{
    /// <summary>Rounds a part, on average; 0 without parts.</summary>
    public double RoundsPerPart => Parts == 0 ? 0 : (double)Rounds / Parts;
}
