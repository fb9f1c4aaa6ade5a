using NodaTime;
using static SocialOps.Time.HolidayRule;

namespace SocialOps.Time;

/// <summary>
/// Switzerland's public holidays by canton: the days that hold in the whole canton. Days of single districts or communities (much of Aargau, Freiburg, Solothurn, Graubünden), half days and days kept by custom alone are not among them.
/// </summary>
internal static class SwissHolidays
{
    private const string List = "Federal Office of Justice, list of the cantons' statutory holidays (Art. 11 SR 221.122.3)";

    private static readonly (string Code, string Law)[] Laws =
        [.. "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH".Split(' ').Select(c => (c, $"{List}, {c}"))];

    private static readonly (string Codes, HolidayRule Rule)[] Rules =
    [
        ("*", Fixed("Neujahr", "New Year's Day", 1, 1)),
        ("BE JU LU TG VD", Fixed("Berchtoldstag", "Berchtold's Day", 1, 2)),
        ("NE", OnMonday(Fixed("Tag nach Neujahr", "Day after New Year's Day", 1, 2))),
        ("SZ TI UR", Fixed("Heilige Drei Könige", "Epiphany", 1, 6)),
        ("NE", Fixed("Jahrestag der Ausrufung der Republik", "Republic Day", 3, 1)),
        ("NW SZ TI UR VS", Fixed("Josefstag", "St Joseph's Day", 3, 19)),
        ("GL", new("Näfelser Fahrt", "Näfels Procession", (year, easter) => BattleOfNaefels(year, easter))),
        ("AG AI AR BE BL BS FR GE GL JU LU NE NW OW SG SH SO SZ TG UR VD ZG ZH", Easter("Karfreitag", "Good Friday", -2)),
        ("AI AR BE BL BS GE GL GR JU LU SG SH SZ TG TI UR VD ZH", Easter("Ostermontag", "Easter Monday", 1)),
        ("BL BS JU NE SH TG TI ZH", Fixed("Tag der Arbeit", "Labour Day", 5, 1)),
        ("*", Easter("Auffahrt", "Ascension Day", 39)),
        ("AI AR BE BL BS GE GL GR JU LU SG SH SZ TG TI UR VD ZH", Easter("Pfingstmontag", "Whit Monday", 50)),
        ("AI JU LU NW OW SZ TI UR VS ZG", Easter("Fronleichnam", "Corpus Christi", 60)),
        ("JU", Fixed("Fest der Unabhängigkeit", "Independence Day", 6, 23)),
        ("TI", Fixed("Peter und Paul", "Saints Peter and Paul", 6, 29)),
        ("*", Fixed("Bundesfeier", "National Day", 8, 1).Since(1994) with { Source = "Bundesverfassung, Art. 110 Abs. 3" }),
        ("AI JU LU NW OW SZ TI UR VS ZG", Fixed("Mariä Himmelfahrt", "Assumption Day", 8, 15)),
        ("GE", new("Genfer Bettag", "Geneva Fast", (year, _) => FirstSunday(year, 9).PlusDays(4))),
        ("VD", new("Bettagsmontag", "Fast Monday", (year, _) => FirstSunday(year, 9).PlusDays(15))),
        ("OW", Fixed("Bruder Klaus", "St Nicholas of Flüe", 9, 25)),
        ("AI GL JU LU NW OW SG SZ TI UR VS ZG", Fixed("Allerheiligen", "All Saints' Day", 11, 1)),
        ("AI LU NW OW SZ TI UR VS ZG", Fixed("Mariä Empfängnis", "Immaculate Conception", 12, 8)),
        ("*", Fixed("Weihnachten", "Christmas Day", 12, 25)),
        ("BE BL BS GL GR LU SG SH SZ TG TI ZH", Fixed("Stephanstag", "St Stephen's Day", 12, 26)),
        ("AI AR UR", NotOn(Fixed("Stephanstag", "St Stephen's Day", 12, 26), IsoDayOfWeek.Tuesday, IsoDayOfWeek.Saturday)),
        ("NE", OnMonday(Fixed("Stephanstag", "St Stephen's Day", 12, 26))),
        ("GE", Fixed("Wiederherstellung der Republik", "Restoration of the Republic", 12, 31)),
    ];

    public static IReadOnlyList<(string Region, HolidayRule[] Rules)> ByRegion { get; } = HolidayTable.Of("CH-", Laws, Rules);

    private static LocalDate FirstSunday(int year, int month) => new LocalDate(year, month, 1).PlusDays(-1).Next(IsoDayOfWeek.Sunday);

    /// <summary>The first Thursday in April, a week later when that is Maundy Thursday.</summary>
    private static LocalDate BattleOfNaefels(int year, LocalDate easter)
    {
        var thursday = new LocalDate(year, 3, 31).Next(IsoDayOfWeek.Thursday);
        return thursday == easter.PlusDays(-3) ? thursday.PlusWeeks(1) : thursday;
    }

    private static HolidayRule OnMonday(HolidayRule rule)
        => rule with { Date = (year, easter) => rule.Date(year, easter) is { DayOfWeek: IsoDayOfWeek.Monday } date ? date : null };

    private static HolidayRule NotOn(HolidayRule rule, params IsoDayOfWeek[] weekdays)
        => rule with { Date = (year, easter) => rule.Date(year, easter) is { } date && !weekdays.Contains(date.DayOfWeek) ? date : null };
}
