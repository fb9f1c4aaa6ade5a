using SocialOps.Guidelines;

namespace SocialOps.Readiness.Checks;

/// <summary>Goals, target group, guideline and brand are written down: no blind action (requirements 1.18 and 2.1).</summary>
internal static class StrategyCheck
{
    public static IEnumerable<ReadinessResult> Run(ReadinessFacts facts)
    {
        var strategy = facts.Client.Strategy;
        yield return Text(ReadinessCheck.Goals, strategy?.Goals, "no goal is written down.", "Write what is to be reached, so that it can be checked.");
        yield return Text(ReadinessCheck.TargetGroup, strategy?.TargetGroups, "no target group is written down.", "Write whom it is for.");
        yield return Guideline(facts);
        yield return Text(ReadinessCheck.Brand, strategy?.Brand is { } brand ? [brand] : null, "the brand is not described.", "Write its message and its tone.");
    }

    private static ReadinessResult Guideline(ReadinessFacts facts)
        => facts.Client.Strategy?.Guideline is not { Length: > 0 } named ? ReadinessResult.Failed(ReadinessCheck.Guideline, "no guideline is named.", "Write one, netiquette included, and name it.")
            : facts.Agency.FindGuidelineOf(facts.Client) is not { } document ? ReadinessResult.Warning(ReadinessCheck.Guideline, $"'{named}' is kept elsewhere: decisions cannot cite it.", "Write it under guidelines.")
            : document.Sections.All(s => s.Kind != GuidelineSectionKind.Netiquette) ? ReadinessResult.Warning(ReadinessCheck.Guideline, $"{NameOf(document)} has no public netiquette.", "Write what holds for everybody who writes on the client's pages.")
            : ReadinessResult.Passed(ReadinessCheck.Guideline, $"{NameOf(document)}: {string.Join(", ", document.Sections.Select(s => s.Key))}");

    /// <summary>Read from a file, a guideline has no version until it is stored.</summary>
    private static string NameOf(GuidelineDocument document) => document.Version == 0 ? $"'{document.Id}'" : $"version {document.Version} of '{document.Id}'";

    private static ReadinessResult Text(ReadinessCheck check, IReadOnlyList<string>? texts, string what, string remedy)
        => texts?.Where(t => !string.IsNullOrWhiteSpace(t)).ToList() is { Count: > 0 } written
            ? ReadinessResult.Passed(check, string.Join("; ", written))
            : ReadinessResult.Failed(check, what, remedy);
}
