using NodaTime;

namespace SocialOps.Time;

/// <summary>What a local time can mean in a zone.</summary>
/// <param name="Kind">Whether the local time exists once, never or twice.</param>
/// <param name="Earlier">The instant that the library takes. For a skipped time: the first instant after the gap.</param>
/// <param name="Later">The other instant: for an ambiguous time the later one, for a skipped time what the clock would have read without the change, otherwise the same as <paramref name="Earlier"/>.</param>
public readonly record struct LocalTimeMeaning(LocalTimeKind Kind, Instant Earlier, Instant Later);

/// <summary>Whether a local time exists once, never or twice.</summary>
public enum LocalTimeKind
{
    /// <summary>It exists once.</summary>
    Unique,

    /// <summary>The clocks jump over it.</summary>
    Skipped,

    /// <summary>The clocks show it twice.</summary>
    Ambiguous,
}
