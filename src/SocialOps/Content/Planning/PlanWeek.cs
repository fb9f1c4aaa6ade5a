using NodaTime;
using SocialOps.Time;

namespace SocialOps.Content;

/// <summary>A week of a plan: [Monday 00:00, next Monday 00:00) in the plan's zone, clock changes included.</summary>
public sealed class PlanWeek
{
    private readonly DateTimeZone _zone;

    /// <summary>The week of a plan that a day lies in.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="day">Any day of the week.</param>
    /// <exception cref="ArgumentException">The plan's zone does not exist; the message names near ones.</exception>
    public PlanWeek(EditorialPlan plan, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _zone = TimeZones.Get(plan.Zone);
        Plan = plan;
        Monday = day.PlusDays(1).Previous(IsoDayOfWeek.Monday);
        Start = TimeZones.Resolve(Monday.AtMidnight(), _zone);
        End = TimeZones.Resolve(Monday.PlusWeeks(1).AtMidnight(), _zone);
    }

    /// <summary>The plan.</summary>
    public EditorialPlan Plan { get; }

    /// <summary>The week's first day.</summary>
    public LocalDate Monday { get; }

    /// <summary>The week's first instant.</summary>
    public Instant Start { get; }

    /// <summary>The first instant after the week.</summary>
    public Instant End { get; }

    /// <summary>The week's slots in their order.</summary>
    public IReadOnlyList<PlanSlot> Slots() =>
    [
        .. from slot in Plan.Slots
           let local = Monday.PlusDays((int)slot.Day - 1).At(slot.Time)
           let at = TimeZones.Resolve(local, _zone)
           orderby at, slot.Account.Value
           select new PlanSlot(slot.Account, local, at),
    ];

    /// <summary>The slots that no post fills. A post fills one slot: the nearest free one of its account within a day.</summary>
    /// <param name="posts">The posts, of any week.</param>
    public IReadOnlyList<PlanSlot> FreeSlots(IEnumerable<PlannedPost> posts)
    {
        ArgumentNullException.ThrowIfNull(posts);
        var free = Slots().ToList();
        foreach (var post in posts.Where(p => p.Counts).OrderBy(p => p.PublishAt))
        {
            var nearest = free.Where(s => s.Account == post.Account && Distance(s, post) < Duration.FromDays(1)).MinBy(s => Distance(s, post));
            if (nearest is not null)
            {
                free.Remove(nearest);
            }
        }

        return free;
    }

    private static Duration Distance(PlanSlot slot, PlannedPost post) => Duration.Max(slot.At - post.PublishAt, post.PublishAt - slot.At);
}
