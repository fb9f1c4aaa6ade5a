using SocialOps.Definitions;
using SocialOps.ServicePackages;

namespace SocialOps.Readiness.Checks;

/// <summary>What only one person of several can do, and who carries most of it (requirement 2.4). One person alone is a way to work, too (requirement 2.17).</summary>
internal static class SinglePointCheck
{
    public static IEnumerable<ReadinessResult> Run(ReadinessFacts facts)
    {
        var people = facts.Agency.People.Values.ToList();
        if (people.Count == 1)
        {
            return [ReadinessResult.Warning(ReadinessCheck.SinglePoints, $"{people[0].Id} does everything alone.", "Agree with somebody who stands in for illness and holidays.")];
        }

        var own = Staffing.ActivitiesOf(facts).Where(a => facts.Agency.LineOf(facts.Client, a, facts.Now).Owner is not Party.ClientSide).ToList();
        var alone = own.Select(a => (Activity: a, Able: people.Where(p => Staffing.WhyUnable(facts, a, p) is null).Select(p => p.Id).ToList())).Where(x => x.Able.Count == 1)
            .Select(x => ReadinessResult.Warning(ReadinessCheck.SinglePoints, $"only {x.Able[0]} can do {x.Activity}.", "Train somebody else.")).ToList();
        var burdened = own.Select(a => facts.Agency.LineOf(facts.Client, a, facts.Now).Owner).OfType<Party.NamedPerson>().GroupBy(p => p.Person).FirstOrDefault(g => g.Count() > 4);
        return burdened is null ? alone : [.. alone, ReadinessResult.Warning(ReadinessCheck.SinglePoints, $"{burdened.Count()} activities are {burdened.Key}'s.", "Spread them over several heads.")];
    }
}
