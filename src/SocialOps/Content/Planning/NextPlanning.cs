using NodaTime;
using SocialOps.Channels;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.Content;

/// <summary>After the publication is before the publication (requirement 0.18). Pure.</summary>
public static class NextPlanning
{
    private const int WeeksAhead = 52;

    /// <summary>What is to be planned next on a channel once something was published there.</summary>
    /// <param name="plan">The client's plan.</param>
    /// <param name="account">The channel.</param>
    /// <param name="publishedAt">When it was published.</param>
    /// <param name="posts">The channel's posts that are planned already.</param>
    /// <param name="planner">Who plans.</param>
    /// <param name="control">Who checks that it was planned; where the process names a control owner for its first step, that one.</param>
    /// <returns>The task for the first free slot after it, due when the process has to begin (at the latest when it was published, if that is past); <see langword="null"/> when the channel has no slot or all of a year's are taken.</returns>
    public static PlanningTask? After(EditorialPlan plan, ChannelAccountId account, Instant publishedAt, IReadOnlyCollection<PlannedPost> posts, PersonId planner, PersonId control)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(posts);
        var zone = TimeZones.Get(plan.Zone);
        var day = publishedAt.InZone(zone).Date;
        for (var i = 0; i < WeeksAhead; i++)
        {
            var free = new PlanWeek(plan, day.PlusWeeks(i)).FreeSlots(posts);
            if (free.FirstOrDefault(s => s.Account == account && s.At > publishedAt) is { } slot)
            {
                var begins = plan.Process is { Steps.Count: > 0 } process ? process.DatesFor(slot.Local, zone)[0].DueAt : slot.At;
                return new(account, slot, Instant.Max(begins, publishedAt), planner, plan.Process?.Steps[0].Control ?? control, Reason(plan, account, publishedAt, posts));
            }
        }

        return null;
    }

    private static string Reason(EditorialPlan plan, ChannelAccountId account, Instant publishedAt, IReadOnlyCollection<PlannedPost> posts)
    {
        var ahead = posts.Count(p => p.Account == account && p.Counts && p.PublishAt > publishedAt);
        var depth = plan.Cadences.FirstOrDefault(c => c.Account == account)?.MinAhead ?? 0;
        return ahead < depth ? $"Published; {ahead} of {depth} posts lie ahead." : "Published; the next free slot.";
    }
}

/// <summary>What is to be planned next.</summary>
/// <param name="Account">Where.</param>
/// <param name="Slot">For when.</param>
/// <param name="DueAt">By when it must be planned.</param>
/// <param name="Planner">Who plans.</param>
/// <param name="Control">Who checks that it was planned (requirement 1.2).</param>
/// <param name="Reason">Why, for people.</param>
public sealed record PlanningTask(ChannelAccountId Account, PlanSlot Slot, Instant DueAt, PersonId Planner, PersonId Control, string Reason);
