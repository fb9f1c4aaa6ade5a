using NodaTime;
using static SocialOps.Time.HolidayRule;

namespace SocialOps.Time;

/// <summary>Germany's public holidays by state. Not among them are those of single communities: Fronleichnam in parts of Saxony and Thuringia, Mariä Himmelfahrt in most of Bavaria, Augsburg's Friedensfest.</summary>
internal static class GermanHolidays
{
    private static readonly (string Code, string Law)[] Laws =
    [
        ("BB", "Feiertagsgesetz Brandenburg, § 2"),
        ("BE", "Gesetz über die Sonn- und Feiertage Berlin, § 1"),
        ("BW", "Feiertagsgesetz Baden-Württemberg, § 1"),
        ("BY", "Bayerisches Feiertagsgesetz, Art. 1"),
        ("HB", "Bremisches Gesetz über die Sonn-, Gedenk- und Feiertage, § 2"),
        ("HE", "Hessisches Feiertagsgesetz, § 1"),
        ("HH", "Hamburgisches Feiertagsgesetz, § 1"),
        ("MV", "Feiertagsgesetz Mecklenburg-Vorpommern, § 2"),
        ("NI", "Niedersächsisches Feiertagsgesetz, § 2"),
        ("NW", "Feiertagsgesetz NW, § 2"),
        ("RP", "Feiertagsgesetz Rheinland-Pfalz, § 2"),
        ("SH", "Gesetz über Sonn- und Feiertage Schleswig-Holstein, § 2"),
        ("SL", "Saarländisches Feiertagsgesetz, § 2"),
        ("SN", "Sächsisches Sonn- und Feiertagsgesetz, § 1"),
        ("ST", "Feiertagsgesetz Sachsen-Anhalt, § 2"),
        ("TH", "Thüringer Feiertagsgesetz, § 2"),
    ];

    private static readonly (string Codes, HolidayRule Rule)[] Rules =
    [
        ("*", Fixed("Neujahr", "New Year's Day", 1, 1)),
        ("BW BY ST", Fixed("Heilige Drei Könige", "Epiphany", 1, 6)),
        ("BE", Fixed("Internationaler Frauentag", "International Women's Day", 3, 8).Since(2019)),
        ("MV", Fixed("Internationaler Frauentag", "International Women's Day", 3, 8).Since(2023)),
        ("*", Easter("Karfreitag", "Good Friday", -2)),
        ("BB", Easter("Ostersonntag", "Easter Sunday", 0)),
        ("*", Easter("Ostermontag", "Easter Monday", 1)),
        ("*", Fixed("Tag der Arbeit", "Labour Day", 5, 1)),
        ("BE", Fixed("75. Jahrestag der Befreiung vom Nationalsozialismus", "75th Anniversary of the Liberation from National Socialism", 5, 8).Only(2020)),
        ("BE", Fixed("80. Jahrestag der Befreiung vom Nationalsozialismus", "80th Anniversary of the Liberation from National Socialism", 5, 8).Only(2025)),
        ("*", Easter("Christi Himmelfahrt", "Ascension Day", 39)),
        ("BB", Easter("Pfingstsonntag", "Whit Sunday", 49)),
        ("*", Easter("Pfingstmontag", "Whit Monday", 50)),
        ("BW BY HE NW RP SL", Easter("Fronleichnam", "Corpus Christi", 60)),
        ("BE", Fixed("75. Jahrestag des Aufstandes vom 17. Juni 1953", "75th Anniversary of the Uprising of 17 June 1953", 6, 17).Only(2028)),
        ("SL", Fixed("Mariä Himmelfahrt", "Assumption Day", 8, 15)),
        ("TH", Fixed("Weltkindertag", "World Children's Day", 9, 20).Since(2019)),
        ("*", Fixed("Tag der Deutschen Einheit", "German Unity Day", 10, 3) with { Source = "Einigungsvertrag, Art. 2 Abs. 2" }),
        ("BB MV SN ST TH", Fixed("Reformationstag", "Reformation Day", 10, 31)),
        ("HB HH NI SH", Fixed("Reformationstag", "Reformation Day", 10, 31).Since(2017)),
        ("BE BW BY HE NW RP SL", Fixed("500. Reformationstag", "500th Reformation Day", 10, 31).Only(2017)),
        ("BW BY NW RP SL", Fixed("Allerheiligen", "All Saints' Day", 11, 1)),
        ("SN", RepentanceDay),
        ("BB BE BW BY HB HE HH MV NI NW RP SH SL ST TH", RepentanceDay.Until(1994)),
        ("*", Fixed("1. Weihnachtstag", "Christmas Day", 12, 25)),
        ("*", Fixed("2. Weihnachtstag", "Boxing Day", 12, 26)),
    ];

    public static IReadOnlyList<(string Region, HolidayRule[] Rules)> ByRegion { get; } = HolidayTable.Of("DE-", Laws, Rules);

    /// <summary>The Wednesday before 23 November: eleven days before the first Sunday of Advent.</summary>
    private static HolidayRule RepentanceDay
        => new("Buß- und Bettag", "Day of Repentance and Prayer", (year, _) => new LocalDate(year, 11, 23).Previous(IsoDayOfWeek.Wednesday));
}
