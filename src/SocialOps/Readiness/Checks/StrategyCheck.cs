namespace SocialOps.Readiness.Checks;

/// <summary>Goals, target group, guideline and brand are written down: no blind action (requirements 1.18 and 2.1).</summary>
internal static class StrategyCheck
{
    public static IEnumerable<ReadinessResult> Run(ReadinessFacts facts)
    {
        var strategy = facts.Client.Strategy;
        yield return Text(ReadinessCheck.Goals, strategy?.Goals, "no goal is written down.", "Write what is to be reached, so that it can be checked.");
        yield return Text(ReadinessCheck.TargetGroup, strategy?.TargetGroups, "no target group is written down.", "Write whom it is for.");
        yield return Text(ReadinessCheck.Guideline, strategy?.Guideline is { } guideline ? [guideline] : null, "no guideline is named.", "Write one, netiquette included, and name it.");
        yield return Text(ReadinessCheck.Brand, strategy?.Brand is { } brand ? [brand] : null, "the brand is not described.", "Write its message and its tone.");
    }

    private static ReadinessResult Text(ReadinessCheck check, IReadOnlyList<string>? texts, string what, string remedy)
        => texts?.Where(t => !string.IsNullOrWhiteSpace(t)).ToList() is { Count: > 0 } written
            ? ReadinessResult.Passed(check, string.Join("; ", written))
            : ReadinessResult.Failed(check, what, remedy);
}
