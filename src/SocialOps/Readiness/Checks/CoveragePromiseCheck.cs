using SocialOps.Definitions;
using SocialOps.OnCall.Coverage;

namespace SocialOps.Readiness.Checks;

/// <summary>Somebody is on duty in every promised hour, proved up to the horizon (requirements 2.6 and 2.8).</summary>
internal static class CoveragePromiseCheck
{
    public static IEnumerable<ReadinessResult> Run(ReadinessFacts facts)
    {
        var schedule = facts.Agency.GetSchedule(facts.Client.Agreement.Schedule);
        var proof = CoverageCheck.Prove(schedule, PromisedHours.Of(facts.Agency, facts.Client), facts.Now, facts.Now + facts.Horizon);
        if (proof.Gaps is [var first, ..])
        {
            yield return ReadinessResult.Failed(ReadinessCheck.Coverage, $"{proof.Gaps.Count} gap(s), {proof.Uncovered.TotalHours:0.#} h in all; the first: {first}.", $"Put somebody on duty in '{facts.Client.Agreement.Schedule}' then, or promise fewer hours.");
            yield break;
        }

        yield return ReadinessResult.Passed(ReadinessCheck.Coverage, $"proved to {proof.Horizon} (tz database {proof.TimeZoneVersion}).");
        if (proof.AtRisk is [var risk, ..])
        {
            yield return ReadinessResult.Warning(ReadinessCheck.Coverage, $"{proof.AtRisk.Count} gap(s) would open if every requested absence were approved; the first: {risk}.", "Find a deputy before you approve them.");
        }
    }
}
