using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;
using SocialOps.Time;

namespace SocialOps.OnCall.Engine;

/// <summary>Local times to instants.</summary>
internal static class LocalTimes
{
    private static readonly ZoneLocalMappingResolver LaterRule = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnForwardShifted);

    /// <summary>By the library's one rule.</summary>
    internal static Instant Resolve(LocalDateTime local, DateTimeZone zone) => TimeZones.Resolve(local, zone);

    /// <summary>As a person chose; a time that should have been rejected counts by the library's rule.</summary>
    internal static Instant Resolve(LocalDateTime local, DateTimeZone zone, LocalTimeChoice? choice)
        => choice == LocalTimeChoice.Later ? zone.ResolveLocal(local, LaterRule).ToInstant() : Resolve(local, zone);

    /// <summary>Whether the local time exists exactly once.</summary>
    internal static bool IsPlain(LocalDateTime local, DateTimeZone zone) => TimeZones.Explain(local, zone).Kind == LocalTimeKind.Unique;

    /// <summary>The same text in every culture.</summary>
    internal static string Text(LocalDateTime local) => LocalDateTimePattern.ExtendedIso.Format(local);

    /// <summary>What is wrong with a local time that is skipped or repeated, with both instants it could mean.</summary>
    internal static string Describe(LocalDateTime local, DateTimeZone zone)
    {
        var meaning = TimeZones.Explain(local, zone);
        return $"{Text(local)} {What(meaning)} in {zone.Id}: earlier means {meaning.Earlier}, later means {meaning.Later}; say which.";
    }

    /// <summary>The same, where the library's rule decides.</summary>
    internal static string Decided(LocalDateTime local, DateTimeZone zone)
    {
        var meaning = TimeZones.Explain(local, zone);
        return $"{Text(local)} {What(meaning)} in {zone.Id} and counts as {meaning.Earlier}; choose an hour that exists once.";
    }

    private static string What(LocalTimeMeaning meaning) => meaning.Kind == LocalTimeKind.Skipped ? "is skipped" : "happens twice";
}
