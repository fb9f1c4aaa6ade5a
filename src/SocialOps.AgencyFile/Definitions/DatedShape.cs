using System.Text.Json.Nodes;
using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.AgencyFiles.Yaml;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>Entries by date.</summary>
/// <typeparam name="T">The entries.</typeparam>
internal sealed class DatedShape<T>(Shape<Func<LocalDate, T>> entry, string what) : Shape<IReadOnlyList<T>>
{
    public override string Noun => $"a block of dates with {what}";

    public override IReadOnlyList<T> Nothing => [];

    public override JsonObject Describe(SchemaBook book) => new()
    {
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["pattern"] = $"^{DateText.Date}$" },
        ["additionalProperties"] = book.Refer(entry),
    };

    protected override IReadOnlyList<T> ReadWritten(Node node, Place place)
    {
        if (node is not MapNode map)
        {
            return Refuse(node, place);
        }

        var entries = new List<T>();
        foreach (var each in place.Distinct(map))
        {
            var on = DateShape.Instance.Read(each.Key, place.Entry(each) with { At = each.Key.At });
            place.Report.Locate($"{place.Path}[{entries.Count}]", each.Key.At);
            entries.Add(entry.Read(each.Value, place.Entry(each))(on));
        }

        return entries;
    }
}

/// <summary>Closed days with their names.</summary>
internal static class ClosedDaysShape
{
    public static readonly DatedShape<Holiday> Instance = new(
        new ConvertedShape<string, Func<LocalDate, Holiday>>(new LineShape("the day's name"), name => on => new(on, name)),
        "names");
}
