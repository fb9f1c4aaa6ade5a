using System.Globalization;
using NodaTime;

namespace SocialOps.Storage;

/// <summary>Values as text whose ordinal order is the values' order, for index columns.</summary>
public static class IndexText
{
    /// <summary>The instant as whole microseconds, 19 digits, offset so that every instant is positive.</summary>
    public static string Of(Instant instant) => Of((long)((instant - Instant.MinValue).ToInt128Nanoseconds() / 1_000));

    /// <summary>A number from 0 up, 19 digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static string Of(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return value.ToString("D19", CultureInfo.InvariantCulture);
    }
}
