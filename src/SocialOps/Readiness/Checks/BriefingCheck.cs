using SocialOps.Definitions;

namespace SocialOps.Readiness.Checks;

/// <summary>Whoever takes turns for the client has read its briefing (requirement 1.7).</summary>
internal static class BriefingCheck
{
    public static IEnumerable<ReadinessResult> Run(ReadinessFacts facts)
    {
        if (facts.Client.Briefing is null)
        {
            yield break;
        }

        var team = Staffing.OwnersOf(facts, new(ServicePackages.Activities.CommunityManagement, new ServicePackages.Party.AgencyDuty())).Select(p => p.Id).ToHashSet();
        var open = BriefingStandings.Of(facts.Agency, facts.Client).Where(s => s.Missing is not null && team.Contains(s.Person)).ToList();
        if (open.Count == 0)
        {
            yield return ReadinessResult.Passed(ReadinessCheck.Briefing, $"everybody who takes turns has confirmed version {facts.Client.Briefing.Version}.");
            yield break;
        }

        foreach (var standing in open)
        {
            var required = standing.RequiredFrom <= facts.Now;
            var what = $"{standing.Person} has not read version {standing.Missing} of the briefing of {facts.Client.Id}{(required ? " and is not on duty for it" : FormattableString.Invariant($", which is required from {standing.RequiredFrom:uuuu-MM-dd HH:mm}Z on"))}.";
            var remedy = $"{standing.Person} reads it and confirms it.";
            yield return required ? ReadinessResult.Failed(ReadinessCheck.Briefing, what, remedy) : ReadinessResult.Warning(ReadinessCheck.Briefing, what, remedy);
        }
    }
}
