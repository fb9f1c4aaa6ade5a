using NodaTime;

namespace SocialOps.Console.Desk;

/// <summary>The real clock, read once at the edge.</summary>
internal static class SystemTime
{
    public static Instant Now() => SystemClock.Instance.GetCurrentInstant();
}
