using NodaTime;
using SocialOps.People;

namespace SocialOps.Readiness.Capacity;

/// <summary>What packages demand of people in a week, against the time they have (requirement 2.14).</summary>
/// <param name="Monday">The week's first day.</param>
/// <param name="Days">Each person's days with a demand or time, by person and day.</param>
/// <param name="ByClient">What each client takes in the week, the most at the head.</param>
/// <param name="Hints">What follows; empty where all is well.</param>
public sealed record CapacityWeek(LocalDate Monday, IReadOnlyList<CapacityDay> Days, IReadOnlyList<ClientDemand> ByClient, IReadOnlyList<CapacityHint> Hints)
{
    /// <summary>A person's share of their time that is taken, 1 being all of it; <see langword="null"/> where they have none.</summary>
    public double? UtilisationOf(PersonId person)
    {
        var (demand, time) = Days.Where(d => d.Person == person).Aggregate((Duration.Zero, Duration.Zero), (sum, d) => (sum.Item1 + d.Demand, sum.Item2 + d.Time));
        return time == Duration.Zero ? null : demand / time;
    }
}

/// <summary>A person's day.</summary>
/// <param name="Person">The person.</param>
/// <param name="On">The day.</param>
/// <param name="Demand">What is asked of them.</param>
/// <param name="Time">What they have; zero while they are away.</param>
public sealed record CapacityDay(PersonId Person, LocalDate On, Duration Demand, Duration Time);

/// <summary>What a client takes.</summary>
/// <param name="Client">The client.</param>
/// <param name="Demand">In the week.</param>
public sealed record ClientDemand(ClientId Client, Duration Demand);

/// <summary>What a week's figures suggest (requirement 2.19).</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Text">Why, with the figures.</param>
public sealed record CapacityHint(CapacityHintKind Kind, string Text);

/// <summary>What to do about too much work.</summary>
public enum CapacityHintKind
{
    /// <summary>Somebody has too much and somebody else has room.</summary>
    Spread,

    /// <summary>A little is missing: buy it.</summary>
    Outsource,

    /// <summary>So much is missing that it fills a person's week.</summary>
    Hire,

    /// <summary>One client takes most of it: a smaller package, or a dearer one.</summary>
    SmallerPackage,
}
