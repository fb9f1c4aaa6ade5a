namespace SocialOps.Architecture.Tests.Surface;

/// <summary>What was taken away and what came in between two surfaces, each line with its type.</summary>
internal static class SurfaceDifference
{
    public static IReadOnlyList<string> Of(string before, string now)
    {
        var (old, current) = (Lines(before), Lines(now));
        return [.. old.Except(current).Select(l => $"- {l}"), .. current.Except(old).Select(l => $"+ {l}")];
    }

    private static List<string> Lines(string surface)
    {
        var (lines, type) = (new List<string>(), "");
        foreach (var line in surface.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] != ' ')
            {
                type = line.Split(" : ")[0].Split(' ')[^1];
                lines.Add(line);
            }
            else
            {
                lines.Add($"{type}: {line.Trim()}");
            }
        }

        return lines;
    }
}
