using NodaTime;
using SocialOps.Crisis;
using SocialOps.Inbox;
using SocialOps.People;

namespace SocialOps.Reporting;

/// <summary>Counts a month. Pure.</summary>
internal static class MonthCount
{
    public static MonthReport Of(MonthFacts facts)
    {
        var promises = Promises([.. facts.Cases.Select(c => c.Case)]);
        var load = Load(facts);
        return new()
        {
            Client = facts.Client.Id,
            ClientName = facts.Client.Name,
            Month = facts.Month,
            Zone = facts.Zone.Id,
            At = facts.Now,
            Items = [.. facts.Items.Select(i => new CategoryCount(i.Key, i.Value)).OrderByDescending(i => i.Count).ThenBy(i => i.Category)],
            Cases = facts.Cases.Count,
            OpenCases = facts.Cases.Count(c => c.Case.ClosedAt is null),
            Promises = promises,
            Answers = Answers(facts),
            Stages = Stages(facts),
            Load = load,
            Topics = [.. facts.Cases.Select(c => new NerveTopic(c.Case.Id, c.Case.Excerpt, c.Case.Category, c.Case.Items, c.Case.Counters)).Where(t => t.Loudness > 1).OrderByDescending(t => t.Loudness).ThenBy(t => t.Case.Value, StringComparer.Ordinal).Take(5)],
            Pillars = facts.Pillars,
            Approvals = Approvals(facts),
            Trend = new([.. facts.Before, new(facts.Month, facts.Cases.Count, promises.Kept, promises.Broken)], facts.Options.TrendHorizon),
            Scores = ScoreGap.Of([.. facts.Scores.Where(s => facts.Cases.Any(c => c.Case.Id == s.Case))]),
            Continuity = ContinuityCount.Of(facts.Client.Agreement.Term, load, facts.Teams, facts.On),
            Cost = facts.Options.Rates is { } rates ? Cost(facts, load, rates) : null,
        };
    }

    public static PromiseCount Promises(IReadOnlyList<Case> cases)
    {
        var clocks = cases.SelectMany(c => c.Clocks).ToList();
        return new(
            cases.Sum(c => c.ClocksMet),
            cases.Sum(c => c.ClocksBreached),
            clocks.Count(c => c.State == ClockState.Running),
            [.. clocks.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => new KindCount(g.Key, g.Count(c => c.State == ClockState.Met), g.Count(c => c.State is ClockState.Breached or ClockState.Missed)))]);
    }

    private static List<AnswerTime> Answers(MonthFacts facts)
        => [.. from track in facts.Cases
               where track.ReactedAt is not null && !track.Case.ClientReplies
               group track.ReactedAt!.Value - track.Case.OpenedAt by track.Case.Category into times
               orderby times.Count() descending, times.Key
               let sorted = times.Order().ToList()
               select new AnswerTime(times.Key, sorted.Count, Rank(sorted, 0.5), Rank(sorted, 0.9), sorted[^1])];

    private static List<StageLatency> Stages(MonthFacts facts) =>
    [
        Stage(CaseStage.Detect, facts.Detected),
        Stage(CaseStage.Triage, facts.Cases.Where(c => c.ShownAt is not null).Select(c => c.Case.OpenedAt - c.ShownAt!.Value)),
        Stage(CaseStage.Claim, facts.Cases.Where(c => c.ClaimedAt is not null).Select(c => c.ClaimedAt!.Value - c.Case.OpenedAt)),
        Stage(CaseStage.React, facts.Cases.Where(c => c.ReactedAt is not null).Select(c => c.ReactedAt!.Value - (c.ClaimedAt is { } claimed && claimed < c.ReactedAt ? claimed : c.Case.OpenedAt))),
        Stage(CaseStage.Settle, facts.Cases.Where(c => c.ReactedAt is not null && c.Case.ClosedAt is not null).Select(c => c.Case.ClosedAt!.Value - c.ReactedAt!.Value)),
    ];

    private static StageLatency Stage(CaseStage stage, IEnumerable<Duration> times)
    {
        var sorted = times.Select(t => Duration.Max(t, Duration.Zero)).Order().ToList();
        return sorted.Count == 0 ? new(stage, 0, Duration.Zero, Duration.Zero) : new(stage, sorted.Count, Rank(sorted, 0.5), Rank(sorted, 0.9));
    }

    /// <summary>The nearest rank: the smallest value that at least this share does not exceed.</summary>
    private static Duration Rank(List<Duration> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];

    private static List<PersonLoad> Load(MonthFacts facts)
    {
        var duty = new Dictionary<PersonId, (Duration All, Duration Weekend)>();
        foreach (var shift in facts.Shifts())
        {
            foreach (var (length, isWeekend) in ByDay(shift.From, shift.To, facts.Zone))
            {
                foreach (var person in shift.OnDuty)
                {
                    var sum = duty.GetValueOrDefault(person);
                    duty[person] = (sum.All + length, sum.Weekend + (isWeekend ? length : Duration.Zero));
                }
            }
        }

        var actions = facts.Cases.SelectMany(c => c.Actors, (c, p) => (Person: p, c.Case.Id)).ToLookup(a => a.Person, a => a.Id);
        return
        [
            .. duty.Keys.Union(actions.Select(a => a.Key)).Select(p => new PersonLoad(p, actions[p].Count(), actions[p].Distinct().Count(), duty.GetValueOrDefault(p).All, duty.GetValueOrDefault(p).Weekend))
                .OrderByDescending(l => l.OnDuty).ThenByDescending(l => l.Actions).ThenBy(l => l.Person.Value, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<(Duration Length, bool IsWeekend)> ByDay(Instant from, Instant to, DateTimeZone zone)
    {
        for (var at = from; at < to;)
        {
            var day = at.InZone(zone).Date;
            var next = Instant.Min(zone.AtStartOfDay(day.PlusDays(1)).ToInstant(), to);
            yield return (next - at, day.DayOfWeek >= IsoDayOfWeek.Saturday);
            at = next;
        }
    }

    private static ApprovalCount Approvals(MonthFacts facts)
    {
        var parts = facts.Requests.SelectMany(r => r.Parts).ToList();
        return new(facts.Requests.Count, parts.Count, parts.Sum(p => p.Round), parts.Count == 0 ? 0 : parts.Max(p => p.Round));
    }

    private static CostComparison Cost(MonthFacts facts, List<PersonLoad> load, CostRates rates)
    {
        var actions = facts.Cases.Where(c => c.Case.Alarm.Peak >= WaveLevel.RepeatedCriticism).Sum(c => c.Actors.Count);
        var hours = load.Sum(l => l.OnDuty.TotalHours);
        return new(actions, Math.Round((decimal)(rates.PerAction.TotalHours * actions) * rates.WorkingHour, 2), hours, Math.Round((decimal)hours * rates.DutyHour, 2));
    }
}
