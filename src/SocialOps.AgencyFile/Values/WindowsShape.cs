using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Yaml;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Values;

/// <summary>The hours of one day. Each window's place is kept, so that whoever checks it later can point at it.</summary>
internal sealed class WindowsShape : Shape<IReadOnlyList<OpeningWindow>>
{
    public static readonly WindowsShape Instance = new();

    public override string Name => "hours-of-a-day";

    public override string Noun => "the hours of a day";

    public override IReadOnlyList<OpeningWindow> Nothing => [];

    public override JsonObject Describe(SchemaBook book) => new()
    {
        ["description"] = "The hours of a day in local time. A window that ends at or before its beginning ends on the next day; 24:00 is midnight, 26:30 half past two in the night.",
        ["type"] = "string",
        ["pattern"] = WindowText.SchemaPattern,
        ["examples"] = SchemaBook.Strings(["09:00-18:00", "09:00-12:30, 13:30-18:00", "22:00-06:00", "18:00-26:30", "all day", "closed"]),
    };

    /// <summary>The windows with their places.</summary>
    public static List<(Position At, OpeningWindow Window)> ReadPlaced(Node node, Place place)
    {
        var windows = new List<(int Offset, OpeningWindow Window)>();
        if (node is not TextNode text)
        {
            Instance.Refuse(node, place);
        }
        else if (!WindowText.Fits(text.Text))
        {
            place.Error(text.At, $"'{text.Shown}' is not the hours of a day; {WindowText.WayOut}");
        }
        else if (WindowText.Read(text.Text, windows) is var (offset, complaint))
        {
            place.Error(text.After(offset), complaint);
        }
        else
        {
            return windows.ConvertAll(w => (text.After(w.Offset), w.Window));
        }

        return [];
    }

    protected override IReadOnlyList<OpeningWindow> ReadWritten(Node node, Place place) => [.. ReadPlaced(node, place).Select(w => w.Window)];
}
