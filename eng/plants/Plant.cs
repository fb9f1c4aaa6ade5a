namespace SocialOps.Plants;

/// <summary>A bug to be planted: one place in one file, and the tests of which one has to catch it.</summary>
public sealed record Plant(string Name, string Breaks, string File, string Project, IReadOnlyList<string> Classes, string Old, string New)
{
    /// <summary>Reads <c>plants.txt</c>.</summary>
    public static IReadOnlyList<Plant> ReadAll(string path)
    {
        var plants = new List<Plant>();
        foreach (var block in System.IO.File.ReadAllText(path).Split("\n## ")[1..])
        {
            var lines = block.Split('\n');
            var (heading, test) = (lines[0].Split(": ", 2), Rest(lines, "test ").Single().Split(' '));
            plants.Add(new(heading[0], heading[1], Rest(lines, "file ").Single(), test[0], test[1..], string.Join('\n', Rest(lines, "- ")), string.Join('\n', Rest(lines, "+ "))));
        }

        return plants;
    }

    /// <summary>How often its place is in its file: once, or the list has to be brought up to date.</summary>
    public int CountIn(string root) => System.IO.File.ReadAllText(Path.Combine(root, File)).Split(Old).Length - 1;

    private static IEnumerable<string> Rest(string[] lines, string sign) => lines.Where(l => l.StartsWith(sign, StringComparison.Ordinal)).Select(l => l[sign.Length..]);
}
