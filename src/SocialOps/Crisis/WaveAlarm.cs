using NodaTime;

namespace SocialOps.Crisis;

/// <summary>
/// The level that people act on: up at once, down one level after two calm hours each. A person may set it either way; from then on only a reading above the one of that moment raises it
/// again by itself. Immutable; a change gives a new one.
/// </summary>
public sealed record WaveAlarm
{
    private static readonly Duration CalmLength = Duration.FromHours(2);
    private static readonly Duration RepeatLength = Duration.FromHours(1);

    /// <summary>Calm.</summary>
    public static WaveAlarm Calm { get; } = new();

    /// <summary>The level.</summary>
    public WaveLevel Level { get; init; }

    /// <summary>The highest level so far.</summary>
    public WaveLevel Peak { get; init; }

    /// <summary>Since when the readings have been below the level; <see langword="null"/> while they are not.</summary>
    public Instant? CalmSince { get; init; }

    /// <summary>The reading at which a person set the level; <see langword="null"/> where nobody has.</summary>
    public WaveLevel? SetAgainst { get; init; }

    /// <summary>When people were alerted last.</summary>
    public Instant? AlertedAt { get; init; }

    /// <summary>When it has to be looked at again though nothing new comes in: every hour from level 2 on.</summary>
    /// <param name="now">The instant.</param>
    public Instant? NextLookAt(Instant now) => Level >= WaveLevel.RepeatedCriticism ? now + RepeatLength : null;

    /// <summary>A new reading.</summary>
    /// <param name="reading">The level that the detectors see.</param>
    /// <param name="isAcknowledged">Somebody attends to the matter: nothing is repeated.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The alarm as it stands now, and whether people are to be alerted: when the level rises, and hourly while nobody attends to it.</returns>
    public (WaveAlarm Alarm, bool Alerts) See(WaveLevel reading, bool isAcknowledged, Instant now)
    {
        if (reading > Level && !(SetAgainst >= reading))
        {
            return (this with { Level = reading, Peak = Max(Peak, reading), CalmSince = null, SetAgainst = null, AlertedAt = now }, true);
        }

        var next = Settle(reading, now);
        var repeats = next.Level >= WaveLevel.RepeatedCriticism && !isAcknowledged && AlertedAt is { } alerted && now - alerted >= RepeatLength;
        return (repeats ? next with { AlertedAt = now } : next, repeats);
    }

    /// <summary>A person says how high it is.</summary>
    /// <param name="level">The level.</param>
    /// <param name="reading">What the detectors see.</param>
    /// <param name="now">The instant.</param>
    public WaveAlarm Set(WaveLevel level, WaveLevel reading, Instant now)
        => this with { Level = level, Peak = Max(Peak, level), CalmSince = null, SetAgainst = reading, AlertedAt = level > Level ? now : AlertedAt };

    private WaveAlarm Settle(WaveLevel reading, Instant now)
    {
        if (reading >= Level)
        {
            return CalmSince is null ? this : this with { CalmSince = null };
        }

        if (CalmSince is not { } since)
        {
            return this with { CalmSince = now };
        }

        return now - since < CalmLength ? this : this with { Level = Level - 1, CalmSince = now };
    }

    private static WaveLevel Max(WaveLevel a, WaveLevel b) => a > b ? a : b;
}
