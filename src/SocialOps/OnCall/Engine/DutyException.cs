using NodaTime;
using SocialOps.People;

namespace SocialOps.OnCall.Engine;

/// <summary>An override, a swap or a piece of a plan as the evaluator sees it: instants, numbers, one total order.</summary>
/// <param name="Id">The id of what it was made from.</param>
/// <param name="Kind">What it does.</param>
/// <param name="From">The first instant.</param>
/// <param name="Until">The first instant after it.</param>
/// <param name="People">Who takes, joins or replaces; whom a Remove takes off (nobody: everybody).</param>
/// <param name="Replaces">Whom a Replace stands in for, or -1.</param>
/// <param name="Client">The client it is meant for.</param>
/// <param name="Priority">The higher wins.</param>
/// <param name="CreatedAt">The later wins.</param>
/// <param name="Reason">Why, for people.</param>
internal sealed record DutyException(string Id, OverrideKind Kind, long From, long Until, int[] People, int Replaces, ClientId? Client, int Priority, Instant CreatedAt, string? Reason)
{
    /// <summary>The weakest first.</summary>
    internal static int CompareStrength(DutyException a, DutyException b)
    {
        var order = (a.Client is not null).CompareTo(b.Client is not null);
        order = order != 0 ? order : a.Priority.CompareTo(b.Priority);
        order = order != 0 ? order : a.CreatedAt.CompareTo(b.CreatedAt);
        order = order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
        return order != 0 ? order : a.From.CompareTo(b.From);
    }

    internal static IEnumerable<DutyException> Of(ScheduleDefinition definition, PeopleIndex people, DateTimeZone zone)
    {
        var swaps = definition.Swaps.Select(swap => swap.ToOverride()).OfType<ShiftOverride>();
        return definition.Overrides.Concat(swaps).Select(one => Of(one, people, zone)).Concat(definition.Plans.SelectMany(plan => Of(plan, people, zone)));
    }

    private static DutyException Of(ShiftOverride one, PeopleIndex people, DateTimeZone zone)
        => new(
            one.Id,
            one.Kind,
            Ticks.Of(LocalTimes.Resolve(one.From, zone, one.LocalTimes)),
            Ticks.Of(LocalTimes.Resolve(one.To, zone, one.LocalTimes)),
            one.Person is { } person ? [people.NumberOf(person)] : [],
            one is { Kind: OverrideKind.Replace, Replaces: { } replaced } ? people.NumberOf(replaced) : -1,
            one.Client,
            one.Priority,
            one.CreatedAt ?? Instant.MinValue,
            one.Reason);

    /// <summary>A plan, cut where its shifts begin and end: each piece takes with its people; a hole is left to the layers, or takes with nobody.</summary>
    private static IEnumerable<DutyException> Of(TemporaryPlan plan, PeopleIndex people, DateTimeZone zone)
    {
        long At(LocalDateTime local) => Ticks.Of(LocalTimes.Resolve(local, zone));
        var (from, until) = (At(plan.From), At(plan.To));
        var shifts = plan.Shifts.Select(s => (From: Math.Max(At(s.From), from), Until: Math.Min(At(s.To), until), Person: people.NumberOf(s.Person))).ToList();
        long[] cuts = [.. shifts.SelectMany(s => new[] { s.From, s.Until }).Append(from).Append(until).Distinct().Order()];
        foreach (var (start, end) in cuts.Zip(cuts.Skip(1)))
        {
            int[] here = [.. shifts.Where(s => s.From <= start && end <= s.Until).Select(s => s.Person).Distinct()];
            if (here.Length > 0 || plan.Holes == PlanHoles.Gap)
            {
                yield return new(plan.Id, OverrideKind.Take, start, end, here, -1, null, plan.Priority, plan.CreatedAt ?? Instant.MinValue, "plan");
            }
        }
    }
}
