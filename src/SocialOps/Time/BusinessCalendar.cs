using NodaTime;
using SocialOps.Time.Compiled;

namespace SocialOps.Time;

/// <summary>
/// Somebody's open time, exact over every clock change: all answers come from one list of half-open intervals of instants, and open time is elapsed time.
/// Immutable and thread-safe; tables are built when first needed and kept. Instants and durations count in whole ticks of 100 ns, finer parts are cut off.
/// Answers are given from 1800 to 2400; a search looks 20 years far and says <see langword="null"/> for "never" beyond.
/// </summary>
public sealed partial class BusinessCalendar
{
    private readonly CalendarSource _source;
    private readonly OpenTables _tables;
    private OpenTable? _recent;

    private BusinessCalendar(CalendarStamp stamp, DateTimeZone zone, CalendarSource source)
    {
        (Stamp, Zone) = (stamp, zone);
        _source = source;
        _tables = new(source);
    }

    /// <summary>The calendar's name; an algebra result's name tells its parts, e.g. <c>office + standby</c>.</summary>
    public CalendarId Id => Stamp.Id;

    /// <summary>What to store with a deadline, so that it can be understood later.</summary>
    public CalendarStamp Stamp { get; }

    /// <summary>The zone that local dates and times are read in: time classes, "by 20:00", business days. An algebra result has its left part's.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The first and the last instant for which calendars answer: 1800-01-01 and 2400-01-01, UTC.</summary>
    public static Interval Range { get; } = new(Ticks.ToInstant(Ticks.First), Ticks.ToInstant(Ticks.Last));

    /// <summary>Compiles a definition.</summary>
    /// <param name="definition">The hours as they are written down.</param>
    /// <param name="version">The definition's version, to be stored with deadlines.</param>
    /// <param name="zones">The time zone data; <see langword="null"/> for the library's own.</param>
    /// <exception cref="InvalidDefinitionException">The definition has errors; the exception holds all of them, warnings included.</exception>
    public static BusinessCalendar Compile(CalendarDefinition definition, string version = "", IDateTimeZoneProvider? zones = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(version);
        zones ??= TimeZones.Provider;
        var findings = CalendarRules.Check(definition, zones);
        if (findings.Any(f => f.Severity == FindingSeverity.Error))
        {
            throw new InvalidDefinitionException(findings);
        }

        var zone = zones[definition.Zone];
        return new(new(definition.Id, version, zones.VersionId), zone, new WrittenHours(definition, zone));
    }

    /// <summary>Compiles the versions of one calendar: each holds from its instant to the next one's, so that a change never reaches back. <see cref="Zone"/> is the last version's.</summary>
    /// <param name="versions">The versions in any order; exactly one of them, the first, without an instant.</param>
    /// <param name="version">What to call them together, to be stored with deadlines.</param>
    /// <param name="zones">The time zone data; <see langword="null"/> for the library's own.</param>
    /// <exception cref="InvalidDefinitionException">The versions do not follow each other, or a definition has errors; the paths begin with <c>versions[i]</c>, the index as given.</exception>
    public static BusinessCalendar CompileVersions(IReadOnlyList<CalendarVersion> versions, string version = "", IDateTimeZoneProvider? zones = null)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(version);
        zones ??= TimeZones.Provider;
        var findings = CalendarRules.Check(versions, zones);
        if (findings.Any(f => f.Severity == FindingSeverity.Error))
        {
            throw new InvalidDefinitionException(findings);
        }

        var parts = versions.OrderBy(v => v.EffectiveFrom ?? Instant.MinValue)
            .Select(v => (v.EffectiveFrom?.ToUnixTimeTicks() ?? -Ticks.Never, zones[v.Definition.Zone], (CalendarSource)new WrittenHours(v.Definition, zones[v.Definition.Zone])))
            .ToList();
        return new(new(versions[0].Definition.Id, version, zones.VersionId), parts[^1].Item2, new VersionedHours(parts));
    }

    /// <summary>All faults of a definition at once, with paths such as <c>weekly.monday[1]</c>, <c>zone</c>, <c>overrides[2024-12-24]</c>; empty when there are none.</summary>
    /// <param name="definition">The hours as they are written down.</param>
    /// <param name="zones">The time zone data; <see langword="null"/> for the library's own.</param>
    public static IReadOnlyList<Finding> Validate(CalendarDefinition definition, IDateTimeZoneProvider? zones = null)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return CalendarRules.Check(definition, zones ?? TimeZones.Provider);
    }

    /// <summary>24 hours on 7 days, without holidays.</summary>
    /// <param name="zone">The zone that local dates and times are read in.</param>
    public static BusinessCalendar AlwaysOpen(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new(new(new("always"), "", TimeZones.Provider.VersionId), zone, AlwaysOpenHours.Instance);
    }

    /// <summary>Elapsed time as open time.</summary>
    internal static BusinessCalendar Elapsed { get; } = AlwaysOpen(DateTimeZone.Utc);

    /// <summary>The name of the holiday on a date, or <see langword="null"/> when the date is none (also where an override opens it). An algebra result has its left part's holidays.</summary>
    /// <param name="date">A date in <see cref="Zone"/>.</param>
    /// <param name="language">The language of built-in names; a name from the definition is given as written.</param>
    public string? HolidayOn(LocalDate date, TextLanguage language = TextLanguage.English) => _source.HolidayOn(date, language);
}
