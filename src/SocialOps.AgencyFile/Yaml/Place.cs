namespace SocialOps.AgencyFiles.Yaml;

/// <summary>Where the reader stands: the path in the definitions and the place in the file that speaks for it.</summary>
internal sealed record Place(Report Report, string Path, string Id, Position At)
{
    public static Place Root(Report report, Node root) => new(report, "", "", root.At);

    /// <summary>A key's value. A block is spoken for by its key, a single value by itself.</summary>
    public Place Field(string segment, MapEntry entry)
        => this with { Path = Path.Length == 0 ? segment : $"{Path}.{segment}", At = Speaker(entry) };

    /// <summary>The entry of this id.</summary>
    public Place Entry(MapEntry entry)
        => this with { Path = $"{Path}[{entry.Key.Text}]", Id = entry.Key.Text, At = Speaker(entry) };

    public Place Item(int index, Node item) => this with { Path = $"{Path}[{index}]", At = item.At };

    public void Error(Position at, string message) => Report.Error(Path, at, message);

    /// <summary>The entries of a block, each key once; a second one is reported and left out.</summary>
    public IEnumerable<MapEntry> Distinct(MapNode map)
    {
        var first = new Dictionary<string, Position>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (first.TryAdd(entry.Key.Text, entry.Key.At))
            {
                yield return entry;
            }
            else
            {
                Report.ErrorIn(Path, entry.Key.At, $"'{entry.Key.Shown}' stands here twice, first in line {first[entry.Key.Text].Line}; keep one.");
            }
        }
    }

    private static Position Speaker(MapEntry entry) => entry.Value is TextNode { IsNothing: false } ? entry.Value.At : entry.Key.At;
}
