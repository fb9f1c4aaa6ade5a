namespace SocialOps.AgencyFiles.Yaml;

/// <summary>Collects what is wrong in a file, and knows where each path of the definitions stands in it.</summary>
internal sealed class Report
{
    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);
    private readonly HashSet<string> _aroundFaulty = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Position> _places = new(StringComparer.Ordinal);

    /// <summary>All findings in the order of the file.</summary>
    public IReadOnlyList<Finding> Findings => [.. _findings.OrderBy(f => f.Line).ThenBy(f => f.Column)];

    public bool HasErrors => _findings.Exists(f => f.Severity == FindingSeverity.Error);

    /// <summary>Whether a whole part of the agency could not be read, so that references into it cannot be judged.</summary>
    public bool LacksSection => _faulty.Any(path => path is not ("name" or "zone") && path.AsSpan().IndexOfAny('.', '[') < 0);

    /// <summary>Reports that nothing sound stands at a path.</summary>
    public void Error(string path, Position at, string message)
    {
        ErrorIn(path, at, message);
        MarkFaulty(path);
    }

    /// <summary>Reports something within a path that leaves the rest of it sound.</summary>
    public void ErrorIn(string path, Position at, string message)
        => _findings.Add(Finding.Error(path, message) with { Line = at.Line, Column = at.Column });

    /// <summary>Remembers that nothing sound stands at a path: what follows from it is not reported again.</summary>
    public void MarkFaulty(string path)
    {
        if (path.Length > 0 && _faulty.Add(path))
        {
            _aroundFaulty.UnionWith(PathsAround(path));
        }
    }

    public void Locate(string path, Position at) => _places.TryAdd(path, at);

    /// <summary>Takes what the definitions' own check found, at its place in the file, unless it only follows from a fault that is reported already.</summary>
    public void Add(Finding finding)
    {
        if (!_aroundFaulty.Contains(finding.Path) && !PathsAround(finding.Path).Any(_faulty.Contains))
        {
            var at = PathsAround(finding.Path).Where(_places.ContainsKey).Select(path => _places[path]).FirstOrDefault(new Position(1, 1));
            _findings.Add(finding with { Line = at.Line, Column = at.Column });
        }
    }

    /// <summary>The path and the ones around it, outwards.</summary>
    private static IEnumerable<string> PathsAround(string path)
    {
        for (var length = path.Length; length > 0; length = path.AsSpan(0, length).LastIndexOfAny('.', '['))
        {
            yield return path[..length];
        }
    }
}
