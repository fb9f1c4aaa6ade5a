namespace SocialOps.Definitions.Validation;

/// <summary>Collects what is wrong, in the order in which it is found.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _all = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    public IReadOnlyList<Finding> All => _all;

    public void Error(string path, string message) => Add(Finding.Error(path, message));

    public void Warning(string path, string message) => Add(Finding.Warning(path, message));

    /// <summary>Takes what a room says of its own definition, with paths from there; what was said here already is not said twice.</summary>
    public void Take(string path, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var place = $"{path}.{finding.Path}";
            if (!finding.Path.StartsWith("people[", StringComparison.Ordinal) && !_paths.Contains(place))
            {
                _all.Add(finding with { Path = place });
            }
        }
    }

    /// <summary>Reports an id that is not written as ids are.</summary>
    public void RequireId(string path, string? id)
    {
        if (!Identifier.IsWellFormed(id))
        {
            Error(path, $"'{id}' is not an id: 1 to {Identifier.MaxLength} of A-Z, a-z, 0-9, '-', '_' and '.', beginning with a letter or digit.");
        }
    }

    /// <summary>Reports a text that is missing or blank.</summary>
    public void RequireText(string path, string? text, string whatFor)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Error(path, $"the text is empty; write {whatFor}.");
        }
    }

    /// <summary>Reports values that stand in a list more than once, at their second place.</summary>
    public void RequireDistinct(string path, IEnumerable<string> values, string consequence)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var value in values)
        {
            if (!seen.Add(value))
            {
                Warning($"{path}[{index}]", $"'{value}' stands here twice; {consequence}");
            }

            index++;
        }
    }

    private void Add(Finding finding)
    {
        _all.Add(finding);
        _paths.Add(finding.Path);
    }
}
