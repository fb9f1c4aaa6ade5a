using SocialOps.AgencyFiles.Definitions;
using SocialOps.AgencyFiles.Yaml;
using SocialOps.Definitions;

namespace SocialOps.AgencyFiles;

/// <summary>
/// Reads an agency from one YAML file. Every mistake is reported at once, each with line, column, the value and the way out; nothing depends on the culture or zone of the process.
/// At most 4 MiB of UTF-8, one document, no anchors, aliases or tags. Thread-safe.
/// </summary>
public static class AgencyFile
{
    /// <summary>The agency of a file.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="InvalidDefinitionException">The file has mistakes: all of them.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static AgencyDefinition Load(string path) => Require(ReadFile(path));

    /// <summary>The agency of a text.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <exception cref="InvalidDefinitionException">The text has mistakes: all of them.</exception>
    public static AgencyDefinition Parse(string yaml) => Require(Read(yaml));

    /// <summary>The agency of a file, or what is wrong with it.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static AgencyFileResult ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var report = new Report();
        return SourceText.ReadFile(path, report) is { } yaml ? Read(yaml, report) : new(null, report.Findings);
    }

    /// <summary>The agency of a text, or what is wrong with it.</summary>
    /// <param name="yaml">The file's text.</param>
    public static AgencyFileResult Read(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        return Read(yaml, new Report());
    }

    private static AgencyFileResult Read(string yaml, Report report)
    {
        if (!SourceText.IsReadable(yaml, report) || YamlTree.Read(yaml, report) is not { } root)
        {
            return new(null, report.Findings);
        }

        var agency = AgencyShape.Instance.Read(root, Place.Root(report, root));
        if (root is MapNode && !report.LacksSection)
        {
            foreach (var finding in AgencyValidation.Validate(agency))
            {
                report.Add(finding);
            }
        }

        return new(report.HasErrors ? null : agency, report.Findings);
    }

    private static AgencyDefinition Require(AgencyFileResult result) => result.Definition ?? throw new InvalidDefinitionException(result.Findings);
}
