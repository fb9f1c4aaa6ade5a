using NodaTime;

namespace SocialOps.Time.Compiled;

/// <summary>One calendar's versions one after the other: each holds from its instant to the next one's.</summary>
internal sealed class VersionedHours(IReadOnlyList<(long From, DateTimeZone Zone, CalendarSource Source)> versions) : CalendarSource
{
    public override List<OpenSpan> Open(long from, long to)
        => OpenSpans.Normalize([.. Parts(from, to).SelectMany(p => p.Source.Open(p.From, p.To))]);

    public override IEnumerable<ClosedSpan> WhyClosed(long from, long to)
        => Parts(from, to).SelectMany(p => p.Source.WhyClosed(p.From, p.To));

    /// <summary>The version that holds when the date begins decides.</summary>
    public override string? HolidayOn(LocalDate date, TextLanguage language)
        => versions.Last(v => v.From <= Math.Max(Ticks.First, TimeZones.Resolve(date.AtMidnight(), v.Zone).ToUnixTimeTicks())).Source.HolidayOn(date, language);

    private IEnumerable<(CalendarSource Source, long From, long To)> Parts(long from, long to)
    {
        for (var i = 0; i < versions.Count; i++)
        {
            var start = Math.Max(from, versions[i].From);
            var end = Math.Min(to, i + 1 < versions.Count ? versions[i + 1].From : Ticks.Never);
            if (start < end)
            {
                yield return (versions[i].Source, start, end);
            }
        }
    }
}
