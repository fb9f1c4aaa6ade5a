using SocialOps.Definitions;

namespace SocialOps.AgencyFiles;

/// <summary>What reading an agency file gave.</summary>
/// <param name="Definition">The agency; <see langword="null"/> when the file has an error.</param>
/// <param name="Findings">Errors and warnings, each with line and column, in the order of the file.</param>
public sealed record AgencyFileResult(AgencyDefinition? Definition, IReadOnlyList<Finding> Findings);
