using static SocialOps.Time.HolidayRule;

namespace SocialOps.Time;

/// <summary>Austria's public holidays: one federal law, the same in all states. Patron saints' days of single states are not public holidays.</summary>
internal static class AustrianHolidays
{
    private static readonly (string Codes, HolidayRule Rule)[] Rules =
    [
        ("*", Fixed("Neujahr", "New Year's Day", 1, 1)),
        ("*", Fixed("Heilige Drei Könige", "Epiphany", 1, 6)),
        ("*", Easter("Ostermontag", "Easter Monday", 1)),
        ("*", Fixed("Staatsfeiertag", "Labour Day", 5, 1)),
        ("*", Easter("Christi Himmelfahrt", "Ascension Day", 39)),
        ("*", Easter("Pfingstmontag", "Whit Monday", 50)),
        ("*", Easter("Fronleichnam", "Corpus Christi", 60)),
        ("*", Fixed("Mariä Himmelfahrt", "Assumption Day", 8, 15)),
        ("*", Fixed("Nationalfeiertag", "National Day", 10, 26)),
        ("*", Fixed("Allerheiligen", "All Saints' Day", 11, 1)),
        ("*", Fixed("Mariä Empfängnis", "Immaculate Conception", 12, 8)),
        ("*", Fixed("Christtag", "Christmas Day", 12, 25)),
        ("*", Fixed("Stefanitag", "St Stephen's Day", 12, 26)),
    ];

    public static IReadOnlyList<(string Region, HolidayRule[] Rules)> ByRegion { get; } = HolidayTable.Of("AT", [("", "Arbeitsruhegesetz, § 7 Abs. 2")], Rules);
}
