namespace SocialOps.OnCall.Engine;

/// <summary>
/// The latest local time whose instant is not after a given instant. A local boundary has passed exactly if it is at or before <see cref="Local"/>: the whole engine compares local
/// times, and skipped and repeated hours need no further thought.
/// </summary>
/// <param name="Local">Local ticks; does not move in the second pass of a repeated hour, since every boundary in it has passed in the first.</param>
/// <param name="Offset">Local minus instant; not meaningful while frozen.</param>
/// <param name="Until">The instant up to which this holds: the zone's next change.</param>
/// <param name="IsFrozen">In the second pass of a repeated stretch.</param>
internal readonly record struct LocalMoment(long Local, long Offset, long Until, bool IsFrozen)
{
    /// <summary>The instant of a local boundary after <see cref="Local"/>, or the zone's next change if that comes first.</summary>
    internal long InstantOf(long boundary) => IsFrozen ? Until : Math.Min(boundary - Offset, Until);
}
