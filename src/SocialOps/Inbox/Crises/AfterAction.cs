using System.Globalization;
using System.Text;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Crisis;

namespace SocialOps.Inbox;

/// <summary>What a crisis was and what it cost, from the case's own history (requirement 2.12).</summary>
public sealed record AfterActionReport
{
    /// <summary>The case.</summary>
    public required CaseId Case { get; init; }

    /// <summary>From when to when: from the case's opening to its end, or to the report where it is open.</summary>
    public required Interval Span { get; init; }

    /// <summary>The levels in the order in which they came.</summary>
    public required IReadOnlyList<WaveMoment> Levels { get; init; }

    /// <summary>Comments in all.</summary>
    public required long Comments { get; init; }

    /// <summary>Who has worked on it, the busiest first.</summary>
    public required IReadOnlyList<PersonEffort> People { get; init; }

    /// <summary>How often somebody was told.</summary>
    public required int Told { get; init; }

    /// <summary>Replies that were published.</summary>
    public required int Replies { get; init; }

    /// <summary>Promises that were not kept.</summary>
    public required int Breached { get; init; }

    /// <summary>What people noted in the war room.</summary>
    public required IReadOnlyList<AuditEvent> Notes { get; init; }

    /// <summary>The rates that it was reckoned with.</summary>
    public required CostRates Rates { get; init; }

    /// <summary>When a detector first saw it; <see langword="null"/> where none did.</summary>
    public WaveMoment? Seen => Levels.FirstOrDefault(l => l.Level >= WaveLevel.RepeatedCriticism);

    /// <summary>The work on the incident, in money, to a hundredth.</summary>
    public decimal IncidentCost => CostOf(People.Select(p => p.Busy).Aggregate(Duration.Zero, (sum, busy) => sum + busy), Rates.HourOfWork);

    /// <summary>What keeping somebody on call for that time costs, to a hundredth.</summary>
    public decimal OnCallCost => CostOf(Span.Duration, Rates.HourOnCall);

    /// <summary>Reads it off a case and its history. Pure.</summary>
    /// <param name="state">The case.</param>
    /// <param name="history">The case's events, in their order.</param>
    /// <param name="rates">The rates.</param>
    /// <param name="now">The end for a case that is open.</param>
    public static AfterActionReport Of(Case state, IReadOnlyList<AuditEvent> history, CostRates rates, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(rates);
        var people = history.Where(e => e.Actor.Kind != ActorKind.Service).GroupBy(e => e.Actor.Id, StringComparer.Ordinal)
            .Select(g => new PersonEffort(g.Key, g.Select(e => e.At).Distinct().Count(), Busy([.. g.Select(e => e.At)], rates.PerAction)));
        return new()
        {
            Case = state.Id,
            Span = new(state.OpenedAt, state.ClosedAt ?? Instant.Max(now, state.OpenedAt)),
            Levels = state.Levels,
            Comments = state.Wave.TotalComments,
            People = [.. people.OrderByDescending(p => p.Busy).ThenBy(p => p.Who, StringComparer.Ordinal)],
            Told = state.StepsFired,
            Replies = state.Replies,
            Breached = state.ClocksBreached,
            Notes = [.. history.Where(e => e.Action.StartsWith("crisis.note.", StringComparison.Ordinal))],
            Rates = rates,
        };
    }

    /// <summary>As Markdown, times in a zone.</summary>
    /// <param name="zone">The readers' zone.</param>
    public string ToMarkdown(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# After-action report, case {Case}\n\n{When(Span.Start)} to {When(Span.End)}: {Comments} comments, {Replies} replies of ours, {Told} times told, {Breached} promises missed.\n\n| when | level | comments | why |\n|---|---|---|---|\n");
        foreach (var level in Levels)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {When(level.At)} | {(int)level.Level}{(level.ByPerson ? " (by a person)" : "")} | {level.Comments} | {level.Why.Replace('|', '/')} |\n");
        }

        text.Append("\n| who | actions | work |\n|---|---|---|\n");
        foreach (var person in People)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {person.Who} | {person.Actions} | {person.Busy.TotalHours:0.0} h |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nThe work on it: {IncidentCost:0.00} {Rates.Currency} (at {Rates.HourOfWork:0.00} an hour, {Rates.PerAction.TotalMinutes:0} minutes an action). Somebody on call for that time: {OnCallCost:0.00} {Rates.Currency} (at {Rates.HourOnCall:0.00} an hour).\n");
        foreach (var note in Notes)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- {When(note.At)} {note.Actor.Id}, {note.Action["crisis.note.".Length..]}: {note.Detail}");
        }

        return text.ToString().TrimEnd() + "\n";

        string When(Instant at) => at.InZone(zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private static decimal CostOf(Duration length, decimal hour) => decimal.Round(length.BclCompatibleTicks * hour / NodaConstants.TicksPerHour, 2);

    /// <summary>Each action stands for a stretch of work that begins with it; stretches that overlap count once.</summary>
    private static Duration Busy(IReadOnlyList<Instant> actions, Duration perAction)
    {
        var (busy, until) = (Duration.Zero, Instant.MinValue);
        foreach (var at in actions.Order())
        {
            var from = Instant.Max(at, until);
            var to = at + perAction;
            if (to > from)
            {
                busy += to - from;
                until = to;
            }
        }

        return busy;
    }
}

/// <summary>What somebody has put into a crisis.</summary>
/// <param name="Who">The person or contact.</param>
/// <param name="Actions">At how many instants they acted.</param>
/// <param name="Busy">How long that took, reckoned.</param>
public sealed record PersonEffort(string Who, int Actions, Duration Busy);

/// <summary>What work costs.</summary>
/// <param name="HourOfWork">An hour of work.</param>
/// <param name="HourOnCall">An hour on call.</param>
/// <param name="Currency">The currency, e.g. <c>EUR</c>.</param>
/// <param name="PerAction">How long one action takes.</param>
public sealed record CostRates(decimal HourOfWork, decimal HourOnCall, string Currency, Duration PerAction);
