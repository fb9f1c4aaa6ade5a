using NodaTime;
using NodaTime.TimeZones;

namespace SocialOps.Time;

/// <summary>
/// The library's time zones, and its one rule for local times: a skipped local time is the first instant after the gap, an ambiguous one the earlier instant; for starts and ends alike.
/// All members are pure and thread-safe.
/// </summary>
public static class TimeZones
{
    /// <summary>The one rule from local time to instant, used by calendars, schedules, publishing slots and clocks alike.</summary>
    public static ZoneLocalMappingResolver Resolver { get; } = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The time zone data in use: the copy that NodaTime brings along.</summary>
#pragma warning disable RS0030 // The one place where the library takes its zones; everything else asks here, or takes a provider as an argument.
    public static IDateTimeZoneProvider Provider => DateTimeZoneProviders.Tzdb;
#pragma warning restore RS0030

    /// <summary>The version of the time zone data in use, e.g. <c>2026a</c>: stored with every deadline.</summary>
    public static string TzdbVersion => TzdbDateTimeZoneSource.Default.TzdbVersion;

    /// <summary>The zone of this IANA id, or <see langword="null"/> when there is none. Ids are compared ordinally.</summary>
    /// <param name="id">E.g. <c>Europe/Berlin</c>.</param>
    public static DateTimeZone? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Provider.GetZoneOrNull(id);
    }

    /// <summary>The zone of this IANA id.</summary>
    /// <param name="id">E.g. <c>Europe/Berlin</c>.</param>
    /// <exception cref="ArgumentException">There is no such zone; the message names the nearest ones.</exception>
    public static DateTimeZone Get(string id)
        => Find(id) ?? throw new ArgumentException(Unknown(id, Provider), nameof(id));

    /// <summary>The instant of a local time: a skipped one is the first instant after the gap, an ambiguous one the earlier instant.</summary>
    /// <param name="local">The local time.</param>
    /// <param name="zone">The zone it is read in.</param>
    public static Instant Resolve(LocalDateTime local, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return zone.ResolveLocal(local, Resolver).ToInstant();
    }

    /// <summary>What a local time that a person typed can mean in a zone, so that the person may choose where it is skipped or ambiguous.</summary>
    /// <param name="local">The local time.</param>
    /// <param name="zone">The zone it is read in.</param>
    public static LocalTimeMeaning Explain(LocalDateTime local, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            0 => new(LocalTimeKind.Skipped, mapping.LateInterval.Start, local.WithOffset(mapping.EarlyInterval.WallOffset).ToInstant()),
            1 => new(LocalTimeKind.Unique, mapping.Single().ToInstant(), mapping.Single().ToInstant()),
            _ => new(LocalTimeKind.Ambiguous, mapping.First().ToInstant(), mapping.Last().ToInstant()),
        };
    }

    internal static string Unknown(string id, IDateTimeZoneProvider zones)
        => $"'{id}' is not a time zone of tzdb {zones.VersionId}.{Suggestion.For(id, zones.Ids)} Write an IANA id such as Europe/Berlin.";
}
