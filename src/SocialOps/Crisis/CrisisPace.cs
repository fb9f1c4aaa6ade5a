using NodaTime;

namespace SocialOps.Crisis;

/// <summary>How soon something has to follow while a wave stands at level 3 or above (responses d.3): assessed within 15 minutes, something said within an hour, then an update every one or two hours. Never slower than the package promises.</summary>
internal static class CrisisPace
{
    /// <summary>By when a rise has to be assessed.</summary>
    public static Duration Assessment { get; } = Duration.FromMinutes(15);

    /// <summary>The most that may pass until the next action, or <see langword="null"/> below level 3.</summary>
    /// <param name="level">The level.</param>
    /// <param name="isAssessed">A person has acted since it rose.</param>
    /// <param name="hasSpoken">Something of ours has been published since it rose.</param>
    public static Duration? NextWithin(WaveLevel level, bool isAssessed, bool hasSpoken) => (level, isAssessed, hasSpoken) switch
    {
        ( < WaveLevel.LastingCriticism, _, _) => null,
        (_, false, _) => Assessment,
        (_, _, false) => Duration.FromHours(1),
        (WaveLevel.LastingCriticism, _, _) => Duration.FromHours(2),
        _ => Duration.FromHours(1),
    };
}
