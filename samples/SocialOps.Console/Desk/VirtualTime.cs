using NodaTime;

namespace SocialOps.Console.Desk;

/// <summary>Time that stands still until somebody jumps.</summary>
internal sealed class VirtualTime(Instant start) : TimeProvider
{
    private Instant _now = start;

    public Instant Now => _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now.ToDateTimeOffset();

    public override long GetTimestamp() => _now.ToUnixTimeTicks();

    /// <summary>Jumps forward; an instant that has passed changes nothing.</summary>
    public void JumpTo(Instant instant) => _now = Instant.Max(_now, instant);
}
