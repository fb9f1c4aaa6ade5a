using SocialOps.Readiness.Agreements;

namespace SocialOps.Readiness.Checks;

/// <summary>The definitions say what the client accepted (requirement 0.19).</summary>
internal static class AgreedCheck
{
    public static IEnumerable<ReadinessResult> Run(ReadinessFacts facts)
    {
        if (facts.AcceptedPackageHash is not { } accepted)
        {
            return [];
        }

        var package = facts.Agency.GetPackage(facts.Client.Agreement.Package);
        return QuoteHash.Of(package) == accepted
            ? [ReadinessResult.Passed(ReadinessCheck.Agreed, $"package '{package.Id}' is as it was accepted.")]
            : [ReadinessResult.Failed(ReadinessCheck.Agreed, $"package '{package.Id}' has changed since it was accepted.", "Quote the changed package and have it accepted, or write it as it was.")];
    }
}
