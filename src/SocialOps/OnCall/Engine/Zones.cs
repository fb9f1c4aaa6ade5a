using NodaTime;
using NodaTime.TimeZones;

namespace SocialOps.OnCall.Engine;

/// <summary>The zones that come with the library, until the Time room has its own door.</summary>
internal static class Zones
{
    internal static IDateTimeZoneProvider Provider { get; } = new DateTimeZoneCache(TzdbDateTimeZoneSource.Default);

    internal static string Version => Provider.VersionId;
}
