using SocialOps.Channels;
using SocialOps.Responses;

namespace SocialOps.Readiness.Checks;

/// <summary>Each network has a pattern for whatever is grave, rather than only the default that somebody looks at it (requirement 1.9).</summary>
internal static class ReactionPlanCheck
{
    private static readonly Category[] Grave = [Category.SafetyEmergency, Category.HateOrThreat, Category.LegalOrPress, Category.Complaint, Category.Insult];

    public static IEnumerable<ReadinessResult> Run(ReadinessFacts facts)
    {
        var id = facts.Client.Agreement.Policy;
        var patterns = facts.Agency.GetPolicy(id).Definition.Patterns;
        foreach (var network in facts.Client.Accounts.Select(a => Networks.Canonical(a.Network)).Distinct())
        {
            var missing = Grave.Where(c => !patterns.Any(p => p.Category == c && Holds(p, facts, network))).ToList();
            yield return missing.Count == 0
                ? ReadinessResult.Passed(ReadinessCheck.ReactionPlan, $"{network}: policy '{id}' has a pattern for everything grave.")
                : ReadinessResult.Failed(ReadinessCheck.ReactionPlan, $"{network}: policy '{id}' says nothing about {string.Join(", ", missing)}.", "Write a pattern for each: who is told, what is said first.");
        }

        if (facts.Client.Accounts.Count == 0)
        {
            yield return ReadinessResult.Failed(ReadinessCheck.ReactionPlan, "the client has no account.", "Write at least one.");
        }
    }

    private static bool Holds(ActionPattern pattern, ReadinessFacts facts, string network)
        => (pattern.Scope.Client is not { } client || client == facts.Client.Id)
            && (pattern.Scope.Network is not { } only || Networks.Canonical(only) == network)
            && (pattern.Scope.Account is not { } account || facts.Client.Accounts.Any(a => a.Id == account && Networks.Canonical(a.Network) == network));
}
