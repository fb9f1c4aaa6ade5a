using NodaTime;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>The rows that carry retention out: a sweep a day, and a look at what its author has withdrawn.</summary>
internal static class RetentionRow
{
    public const string Sweep = "privacy.sweep";
    public const string Withdrawn = "privacy.withdrawn";

    /// <summary>Platforms ask for 24 hours; an hour is left for retries.</summary>
    public static readonly Duration WithdrawnAfter = Duration.FromHours(23);

    /// <summary>The sweep of the day after an instant, in UTC.</summary>
    public static WorkDraft After(Instant now)
    {
        var day = now.InUtc().Date.PlusDays(1);
        return new(Sweep, "retention", WorkClass.Bulk, day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), $"{day:uuuu-MM-dd}", default);
    }

    /// <summary>The look at what authors have withdrawn in a case. It names no item: a row outlasts what it is about.</summary>
    public static WorkDraft Of(CaseId id, Instant now) => new(Withdrawn, id.Value, WorkClass.Bulk, now + WithdrawnAfter, $"{id}/{now.ToUnixTimeTicks()}", default);
}
