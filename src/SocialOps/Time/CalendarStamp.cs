namespace SocialOps.Time;

/// <summary>What a deadline was computed with: stored beside it, so that it can be understood and re-examined later.</summary>
/// <param name="Id">The calendar.</param>
/// <param name="Version">The calendar's version, as its caller gave it; empty when none was given.</param>
/// <param name="Tzdb">The version of the time zone data, e.g. <c>TZDB: 2026a (mapping: ...)</c>.</param>
public sealed record CalendarStamp(CalendarId Id, string Version, string Tzdb);
