using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace SocialOps.Time;

/// <summary>
/// The public holidays of Germany by state, of Austria, and of Switzerland by canton, from 1990 to 2100, computed; days that only some communities keep are not among them.
/// Later years follow the law as it stands today. Pure and thread-safe.
/// </summary>
public static class PublicHolidays
{
    /// <summary>The first year that the tables know.</summary>
    public const int FirstYear = 1990;

    /// <summary>The last year that the tables know.</summary>
    public const int LastYear = 2100;

    private static readonly FrozenDictionary<string, HolidayRule[]> Rules = new[] { GermanHolidays.ByRegion, AustrianHolidays.ByRegion, SwissHolidays.ByRegion }
        .SelectMany(t => t)
        .ToFrozenDictionary(t => t.Region, t => t.Rules, StringComparer.Ordinal);

    /// <summary>What was computed once: at most a list a region and year.</summary>
    private static readonly ConcurrentDictionary<(string Region, int Year), IReadOnlyList<PublicHoliday>> Computed = new();

    /// <summary>The regions as ISO 3166 writes them: <c>DE-BB</c> to <c>DE-TH</c>, <c>AT</c>, <c>CH-AG</c> to <c>CH-ZH</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> Regions { get; } = [.. Rules.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether the region has a table. Compared ordinally.</summary>
    public static bool IsKnown(string region) => Rules.ContainsKey(region);

    /// <summary>A region's holidays in a year, in order of date; none outside <see cref="FirstYear"/> to <see cref="LastYear"/>.</summary>
    /// <param name="region">One of <see cref="Regions"/>.</param>
    /// <param name="year">The year.</param>
    /// <exception cref="ArgumentException">The region has no table; the message names the nearest ones.</exception>
    public static IReadOnlyList<PublicHoliday> In(string region, int year)
    {
        ArgumentNullException.ThrowIfNull(region);
        if (!Rules.TryGetValue(region, out var rules))
        {
            throw new ArgumentException(Unknown(region), nameof(region));
        }

        return year is < FirstYear or > LastYear ? [] : Computed.GetOrAdd((region, year), static (key, rules) => Compute(rules, key.Year), rules);
    }

    internal static string Unknown(string region)
        => $"'{region}' has no built-in public holidays.{Suggestion.For(region, Regions)} Known are DE-BB to DE-TH, AT, and CH-AG to CH-ZH; give others as a list of holidays.";

    private static IReadOnlyList<PublicHoliday> Compute(HolidayRule[] rules, int year)
    {
        var easter = Easter.Sunday(year);
        var holidays = new List<PublicHoliday>(rules.Length);
        foreach (var rule in rules)
        {
            if (year >= rule.From && year <= rule.To && rule.Date(year, easter) is { } date)
            {
                holidays.Add(new(date, rule.German, rule.English, rule.Source));
            }
        }

        holidays.Sort(static (a, b) => a.On.CompareTo(b.On));
        return holidays.AsReadOnly();
    }
}
