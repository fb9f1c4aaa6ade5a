using NodaTime;

namespace SocialOps.Work;

/// <summary>Instants are whole microseconds at every edge.</summary>
internal static class InstantPrecision
{
    /// <summary>The start of the instant's microsecond.</summary>
    public static Instant ToMicrosecond(this Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        var rest = ticks % 10;
        return Instant.FromUnixTimeTicks(ticks - (rest < 0 ? rest + 10 : rest));
    }
}
