using SocialOps.Time;

namespace SocialOps.Content;

/// <summary>What a plan and a style guide must be like to be taken in.</summary>
internal static class PlanRules
{
    /// <summary>Every fault at once.</summary>
    public static IEnumerable<Finding> Check(EditorialPlan plan, ContentTerms terms)
    {
        if (TimeZones.Find(plan.Zone) is null)
        {
            yield return Finding.Error("plan.zone", TimeZones.Unknown(plan.Zone, TimeZones.Provider));
        }

        foreach (var account in plan.Cadences.Select(c => c.Account).Concat(plan.Slots.Select(s => s.Account)).Distinct().Where(a => !terms.Accounts.ContainsKey(a)))
        {
            yield return Finding.Error($"plan[{account}]", $"'{account}' is none of the agreed channels of client '{terms.Client}' (requirement 0.8). Agree on it first, or leave it out.");
        }

        foreach (var twice in plan.Cadences.GroupBy(c => c.Account).Where(g => g.Count() > 1))
        {
            yield return Finding.Error($"plan.cadences[{twice.Key}]", "stands there twice. Keep one.");
        }

        foreach (var cadence in plan.Cadences.Where(c => c.PerWeek < 0 || c.AgreedPerWeek < 0 || c.MinAhead < 0))
        {
            yield return Finding.Error($"plan.cadences[{cadence.Account}]", "counts are 0 or more. Correct them.");
        }

        foreach (var slot in plan.Slots.Where(s => s.Day is < NodaTime.IsoDayOfWeek.Monday or > NodaTime.IsoDayOfWeek.Sunday))
        {
            yield return Finding.Error($"plan.slots[{slot.Account}]", $"'{slot.Day}' is no day of the week. Choose Monday to Sunday.");
        }

        foreach (var mix in plan.Mix.Where(m => m.MinPercent < 0 || m.MaxPercent > 100 || m.MinPercent > m.MaxPercent || (m.Kind is null && m.Purpose is null)))
        {
            yield return Finding.Error("plan.mix", $"{mix.MinPercent} to {mix.MaxPercent} % of {mix.Kind?.ToString() ?? mix.Purpose?.ToString() ?? "nothing"}: name a kind or a purpose and a share between 0 and 100.");
        }

        foreach (var finding in plan.Process?.Check() ?? [])
        {
            yield return finding.ToFinding();
        }
    }

    /// <summary>Every fault at once.</summary>
    public static IEnumerable<Finding> Check(StyleGuide guide)
    {
        foreach (var phrase in guide.Forbidden.Select(f => f.Phrase).Concat(guide.Required.Select(r => r.Phrase)).Concat(guide.Tone.Phrases.Select(t => t.Phrase)).Where(p => !p.Any(char.IsLetterOrDigit)))
        {
            yield return Finding.Error("guide", $"'{phrase}' has no letter and would match nothing. Write the phrase.");
        }

        foreach (var twice in guide.Statements.GroupBy(s => s.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return Finding.Error($"guide.statements[{twice.Key}]", "stands there twice. Give each a name of its own.");
        }
    }
}
