using NodaTime;
using SocialOps.Channels;

namespace SocialOps.Content;

/// <summary>What is missing in a plan's week. Pure.</summary>
public static class PlanCheck
{
    /// <summary>Every finding at once: cadence against plan and package, pipeline, mix, activity budget.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="day">Any day of the week.</param>
    /// <param name="posts">The posts, of this week and later ones.</param>
    /// <param name="now">Now: what lies ahead is counted from here.</param>
    public static IReadOnlyList<ContentFinding> OfWeek(EditorialPlan plan, LocalDate day, IReadOnlyCollection<PlannedPost> posts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(posts);
        var week = new PlanWeek(plan, day);
        var counted = posts.Where(p => p.Counts).ToList();
        var inWeek = counted.Where(p => p.PublishAt >= week.Start && p.PublishAt < week.End).ToList();
        return
        [
            .. plan.Cadences.SelectMany(c => OfCadence(c, week, inWeek)),
            .. plan.Cadences.SelectMany(c => OfPipeline(c, counted.Count(p => p.Account == c.Account && p.PublishAt > now))),
            .. plan.Mix.SelectMany(m => OfMix(m, week, inWeek)),
            .. plan.Budgets.SelectMany(b => OfBudget(b, week, inWeek)),
        ];
    }

    private static IEnumerable<ContentFinding> OfCadence(Cadence cadence, PlanWeek week, List<PlannedPost> posts)
    {
        var place = $"plan.week[{week.Monday:uuuu-MM-dd}].{cadence.Account}";
        var planned = posts.Count(p => p.Account == cadence.Account);
        if (planned < cadence.PerWeek)
        {
            var free = week.FreeSlots(posts).Where(s => s.Account == cadence.Account).Select(s => s.Local.ToString("ddd HH:mm", System.Globalization.CultureInfo.InvariantCulture)).ToList();
            var remedy = free.Count > 0 ? $"Free: {string.Join(", ", free)}." : "Add a post, or a slot to the plan.";
            yield return ContentFinding.Warning("plan.missing", place, $"{planned} of {cadence.PerWeek}", $"{cadence.PerWeek - planned} post(s) are missing.", remedy);
        }

        if (cadence.AgreedPerWeek is { } agreed && Math.Max(planned, cadence.PerWeek) > agreed)
        {
            yield return ContentFinding.Warning("plan.beyond-package", place, $"{Math.Max(planned, cadence.PerWeek)} of {agreed}", $"The package holds {agreed} a week.", "Move one, count it as goodwill, or offer a larger package.");
        }
        else if (cadence.AgreedPerWeek > cadence.PerWeek)
        {
            yield return ContentFinding.Warning("plan.below-package", place, $"{cadence.PerWeek} of {cadence.AgreedPerWeek}", $"The package promises {cadence.AgreedPerWeek} a week and the plan has {cadence.PerWeek}.", "Plan what was promised, or agree on less.");
        }
    }

    private static IEnumerable<ContentFinding> OfPipeline(Cadence cadence, int ahead)
        => ahead >= cadence.MinAhead ? [] : [ContentFinding.Warning("plan.pipeline", $"plan.pipeline.{cadence.Account}", $"{ahead} of {cadence.MinAhead}", $"Only {ahead} post(s) lie ahead.", $"Plan {cadence.MinAhead - ahead} more: after the publication is before the publication.")];

    private static IEnumerable<ContentFinding> OfMix(MixTarget target, PlanWeek week, List<PlannedPost> posts)
    {
        if (posts.Count == 0)
        {
            yield break;
        }

        var name = string.Join(" + ", new[] { target.Kind?.ToString(), target.Purpose?.ToString() }.Where(n => n is not null));
        var matching = posts.Count(p => (target.Kind is null || p.Kind == target.Kind) && (target.Purpose is not { } purpose || p.Purposes.Contains(purpose)));
        var value = $"{matching} of {posts.Count}";
        if (matching * 100 < target.MinPercent * posts.Count)
        {
            yield return ContentFinding.Warning("plan.mix", $"plan.week[{week.Monday:uuuu-MM-dd}].mix[{name}]", value, $"At least {target.MinPercent} % are meant to be {name}.", "Replace a post of another kind.");
        }
        else if (matching * 100 > target.MaxPercent * posts.Count)
        {
            yield return ContentFinding.Warning("plan.mix", $"plan.week[{week.Monday:uuuu-MM-dd}].mix[{name}]", value, $"At most {target.MaxPercent} % are meant to be {name}.", "Replace one by a post of another kind.");
        }
    }

    private static IEnumerable<ContentFinding> OfBudget(ActivityBudget budget, PlanWeek week, List<PlannedPost> posts)
    {
        var count = posts.Count(p => Networks.Canonical(p.Network) == Networks.Canonical(budget.Network));
        var needed = budget.PerPost * count;
        if (needed > budget.PerWeek)
        {
            yield return ContentFinding.Warning("plan.budget", $"plan.week[{week.Monday:uuuu-MM-dd}].budget[{budget.Network}]", $"{needed.TotalHours:0.#} h of {budget.PerWeek.TotalHours:0.#} h", $"{count} posts on {budget.Network} take more time than the week has for it.", "Plan fewer, or give it more time.");
        }
    }
}
