using NodaTime;
using NodaTime.Text;
using SocialOps.Time.Compiled;

namespace SocialOps.Time;

/// <summary>What must hold for a calendar definition: every fault, each with its place and the way out.</summary>
internal static class CalendarRules
{
    private static readonly (LocalDate First, LocalDate Last) Dates = (new(1800, 1, 1), new(2399, 12, 31));

    public static IReadOnlyList<Finding> Check(CalendarDefinition definition, IDateTimeZoneProvider zones)
    {
        var findings = new List<Finding>();
        var zone = definition.Zone is null ? null : zones.GetZoneOrNull(definition.Zone);
        if (zone is null)
        {
            findings.Add(Finding.Error("zone", TimeZones.Unknown(definition.Zone ?? "", zones)));
        }

        CheckWeekly(definition, findings);
        CheckHolidays(definition, findings);
        CheckOverrides(definition, zone, findings);
        CheckBreaks(definition, zone, findings);
        if (definition.Weekly.Values.All(w => w.Count == 0) && definition.Overrides.All(o => o.Windows.Count == 0))
        {
            findings.Add(Finding.Error("weekly", "The calendar is never open. Give at least one weekday or one override a window; for 24 hours on 7 days write 00:00-24:00 on each weekday."));
        }

        return findings;
    }

    public static IReadOnlyList<Finding> Check(IReadOnlyList<CalendarVersion> versions, IDateTimeZoneProvider zones)
    {
        var findings = new List<Finding>();
        if (versions.Count(v => v.EffectiveFrom is null) != 1)
        {
            findings.Add(Finding.Error("versions", "Exactly one version, the first, holds from the beginning: give every other one an instant."));
        }

        foreach (var (index, version) in versions.Index())
        {
            var path = $"versions[{index}]";
            if (version.EffectiveFrom is { } from && versions.Take(index).Any(v => v.EffectiveFrom == from))
            {
                findings.Add(Finding.Error(path, $"Another version holds from {from} as well. Keep one of them."));
            }

            if (version.Definition.Id != versions[0].Definition.Id)
            {
                findings.Add(Finding.Error(path, $"The version is named '{version.Definition.Id}', the first '{versions[0].Definition.Id}': versions of one calendar have one name."));
            }

            findings.AddRange(Check(version.Definition, zones).Select(f => f with { Path = $"{path}.{f.Path}" }));
        }

        return findings;
    }

    private static void CheckWeekly(CalendarDefinition definition, List<Finding> findings)
    {
        foreach (var (day, windows) in definition.Weekly.OrderBy(w => w.Key))
        {
            if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            {
                findings.Add(Finding.Error("weekly", $"'{day}' is not a weekday. Use monday to sunday."));
                continue;
            }

            CheckWindows($"weekly.{NameOf(day)}", windows, findings);
        }
    }

    private static void CheckWindows(string path, IReadOnlyList<OpeningWindow> windows, List<Finding> findings)
    {
        var spans = windows.Select((w, i) => (Span: LocalSpan.Of([w])[0], Index: i)).OrderBy(w => w.Span.Opens).ToList();
        for (var i = 1; i < spans.Count; i++)
        {
            if (spans[i].Span.Opens < spans[i - 1].Span.Closes)
            {
                var (a, b) = (windows[spans[i - 1].Index], windows[spans[i].Index]);
                findings.Add(Finding.Warning($"{path}[{spans[i].Index}]", $"{b} overlaps {a}; they count as one. Write one window, or part them."));
            }
        }
    }

    private static void CheckHolidays(CalendarDefinition definition, List<Finding> findings)
    {
        if (definition.HolidayRegion is { } region && !PublicHolidays.IsKnown(region))
        {
            findings.Add(Finding.Error("holidayRegion", PublicHolidays.Unknown(region)));
        }

        foreach (var holiday in definition.Holidays)
        {
            CheckDate($"holidays[{Text(holiday.On)}]", holiday.On, findings);
        }
    }

    private static void CheckOverrides(CalendarDefinition definition, DateTimeZone? zone, List<Finding> findings)
    {
        var seen = new HashSet<LocalDate>();
        foreach (var @override in definition.Overrides)
        {
            var path = $"overrides[{Text(@override.On)}]";
            if (!CheckDate(path, @override.On, findings))
            {
                continue;
            }

            if (!seen.Add(@override.On))
            {
                findings.Add(Finding.Error(path, "The date is overridden twice. Keep one entry with all the date's windows."));
            }

            CheckWindows(path, @override.Windows, findings);
            foreach (var window in @override.Windows)
            {
                CheckLocalTime(path, @override.On + window.Opens, zone, findings);
                CheckLocalTime(path, (window.Closes <= window.Opens ? @override.On.PlusDays(1) : @override.On) + window.Closes, zone, findings);
            }
        }
    }

    private static void CheckBreaks(CalendarDefinition definition, DateTimeZone? zone, List<Finding> findings)
    {
        foreach (var (index, @break) in definition.Breaks.Index())
        {
            var path = $"breaks[{index}]";
            if (!CheckDate(path, @break.From.Date, findings) || !CheckDate(path, @break.To.Date, findings))
            {
                continue;
            }

            if (@break.To <= @break.From)
            {
                findings.Add(Finding.Error(path, $"The break ends at {Text(@break.To)}, not after its start {Text(@break.From)}. Swap them, or remove the break."));
            }

            CheckLocalTime(path, @break.From, zone, findings);
            CheckLocalTime(path, @break.To, zone, findings);
        }
    }

    private static bool CheckDate(string path, LocalDate date, List<Finding> findings)
    {
        if (date >= Dates.First && date <= Dates.Last)
        {
            return true;
        }

        findings.Add(Finding.Error(path, $"{Text(date)} lies outside the years 1800 to 2399, for which calendars answer."));
        return false;
    }

    private static void CheckLocalTime(string path, LocalDateTime local, DateTimeZone? zone, List<Finding> findings)
    {
        if (zone is null || TimeZones.Explain(local, zone) is not { Kind: not LocalTimeKind.Unique } meaning)
        {
            return;
        }

        var what = meaning.Kind == LocalTimeKind.Skipped ? "does not exist: the clocks jump over it" : "exists twice: the clocks go back";
        findings.Add(Finding.Warning(path, $"{Text(local)} {what} in {zone.Id}. It is taken as {meaning.Earlier}; the other meaning is {meaning.Later}. Write another time if that is not meant."));
    }

    private static string NameOf(IsoDayOfWeek day) => day.ToString().ToLowerInvariant();

    private static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Text(LocalDateTime local) => LocalDateTimePattern.ExtendedIso.Format(local);
}
