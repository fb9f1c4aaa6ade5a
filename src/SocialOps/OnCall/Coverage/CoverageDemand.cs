namespace SocialOps.OnCall.Coverage;

/// <summary>A promise, as plain as a schedule needs it: in these hours so many people who qualify are on duty. Packages build it.</summary>
/// <param name="Name">The promise's name, for people.</param>
/// <param name="Hours">When.</param>
/// <param name="Requirement">What the duty asks for: client, channel, language, category, skills; <see langword="null"/> for nothing.</param>
/// <param name="Depth">How many people at once; 1 or more.</param>
public sealed record CoverageDemand(string Name, CoverageHours Hours, DutyRequirement? Requirement = null, int Depth = 1);
