using System.Globalization;
using NodaTime;
using SocialOps.People;

namespace SocialOps.Readiness.Capacity;

/// <summary>What a week's figures suggest (requirements 2.4 and 2.19).</summary>
internal static class CapacityHints
{
    private const double Full = 1.0;
    private const double HasRoom = 0.8;
    private const double FillsAWeek = 0.6;

    public static IReadOnlyList<CapacityHint> Of(IReadOnlyList<CapacityDay> days, IReadOnlyList<ClientDemand> clients)
    {
        var people = days.GroupBy(d => d.Person).Select(g => (Person: g.Key, Demand: Sum(g, d => d.Demand), Time: Sum(g, d => d.Time))).ToList();
        var (demand, time) = (Sum(people, p => p.Demand), Sum(people, p => p.Time));
        if (demand > time)
        {
            return [Missing(demand - time, people), .. Largest(demand, clients)];
        }

        return [.. people.Where(p => p.Demand > p.Time * Full && p.Demand > Duration.Zero).Select(p => Spread(p, people))];
    }

    /// <summary>What is missing fills a person's week or does not; where nobody has written how much time they have, a week is 40 hours.</summary>
    private static CapacityHint Missing(Duration missing, List<(PersonId Person, Duration Demand, Duration Time)> people)
    {
        var week = people.Select(p => p.Time).DefaultIfEmpty(Duration.Zero).Max() is { } longest && longest > Duration.Zero ? longest : Duration.FromHours(40);
        return missing >= week * FillsAWeek
            ? new(CapacityHintKind.Hire, $"{Hours(missing)} a week are missing: enough for somebody of your own.")
            : new(CapacityHintKind.Outsource, $"{Hours(missing)} a week are missing: too little for somebody of your own, so buy them.");
    }

    private static IEnumerable<CapacityHint> Largest(Duration demand, IReadOnlyList<ClientDemand> clients)
        => clients is [var first, _, ..] && first.Demand > demand / 2 ? [new(CapacityHintKind.SmallerPackage, $"{first.Client} takes {Hours(first.Demand)} of {Hours(demand)}: offer a smaller package, or a dearer one.")] : [];

    private static CapacityHint Spread((PersonId Person, Duration Demand, Duration Time) burdened, List<(PersonId Person, Duration Demand, Duration Time)> people)
    {
        var room = people.Where(p => p.Person != burdened.Person && p.Demand < p.Time * HasRoom).Select(p => p.Person.Value).ToList();
        return new(CapacityHintKind.Spread, $"{burdened.Person} is asked for {Hours(burdened.Demand)} and has {Hours(burdened.Time)}; {(room.Count == 0 ? "nobody has much room" : $"{string.Join(", ", room)} {(room.Count == 1 ? "has" : "have")} room")}.");
    }

    private static Duration Sum<T>(IEnumerable<T> of, Func<T, Duration> length) => of.Aggregate(Duration.Zero, (sum, one) => sum + length(one));

    private static string Hours(Duration length) => string.Create(CultureInfo.InvariantCulture, $"{length.TotalHours:0.#} h");
}
