using System.Text.Json.Nodes;
using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Yaml;
using SocialOps.Definitions.Validation;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Values;

/// <summary>Hours of a week: <c>mon-fri: 09:00-12:30, 13:30-18:00</c>.</summary>
internal sealed class WeekHoursShape : Shape<WeekHours>
{
    public static readonly WeekHoursShape Instance = new();

    public override string Name => "hours-of-a-week";

    public override string Noun => "a block of weekdays with hours, e.g. 'mon-fri: 09:00-18:00'";

    public override WeekHours Nothing => WeekHours.None;

    public override JsonObject Describe(SchemaBook book) => new()
    {
        ["description"] = "Weekdays with their hours; a day that is not named has none. Several days: mon-fri, or sat, sun, or every day.",
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["pattern"] = WeekdayText.SchemaPattern },
        ["additionalProperties"] = book.Refer(WindowsShape.Instance),
    };

    protected override WeekHours ReadWritten(Node node, Place place)
    {
        if (node is not MapNode map)
        {
            return Refuse(node, place);
        }

        var lines = new List<(IReadOnlyList<IsoDayOfWeek>, IReadOnlyList<OpeningWindow>)>();
        var taken = new HashSet<IsoDayOfWeek>();
        var count = 0;
        foreach (var entry in place.Distinct(map))
        {
            if (WeekdayText.Read(entry.Key.Text) is not { } days)
            {
                ReportUnknownDays(map, entry, place);
                continue;
            }

            if (days.FirstOrDefault(d => !taken.Add(d)) is var twice and not IsoDayOfWeek.None)
            {
                place.Error(entry.Key.At, $"{NameOf(twice)} has hours in two lines; write all its hours in one.");
            }

            var windows = ReadWindows(entry.Value, place.Entry(entry));
            Locate(place, days, windows, ref count);
            lines.Add((days, [.. windows.Select(w => w.Window)]));
        }

        return new(lines);
    }

    private static List<(Position At, OpeningWindow Window)> ReadWindows(Node value, Place place)
    {
        if (value is TextNode { IsNothing: true })
        {
            place.Error(place.At, $"nothing is written here; {WindowText.WayOut}");
            return [];
        }

        return WindowsShape.ReadPlaced(value, place);
    }

    private static void Locate(Place place, IReadOnlyList<IsoDayOfWeek> days, List<(Position At, OpeningWindow Window)> windows, ref int count)
    {
        for (var i = 0; i < windows.Count; i++)
        {
            place.Report.Locate($"{place.Path}[{count++}]", windows[i].At);
            foreach (var day in days)
            {
                place.Report.Locate($"{place.Path}.{NameOf(day)}[{i}]", windows[i].At);
            }
        }
    }

    private static void ReportUnknownDays(MapNode map, MapEntry entry, Place place)
    {
        var key = entry.Key;
        if (map.IsInline && WindowText.Fits(key.Text))
        {
            place.Error(key.At, $"'{key.Shown}' stands here as a day; inside {{ }} a comma ends the hours before it. Put those hours in quotes.");
        }
        else
        {
            var meant = Suggestion.Nearest(key.Text, WeekdayText.Words);
            place.Error(key.At, $"'{key.Shown}' is not a weekday; {(meant is null ? WeekdayText.WayOut : $"did you mean '{meant}'?")}");
        }
    }

    private static string NameOf(IsoDayOfWeek day) => day.ToString().ToLowerInvariant();
}
