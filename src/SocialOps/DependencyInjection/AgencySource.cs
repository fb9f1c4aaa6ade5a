using SocialOps.Definitions;

namespace SocialOps.DependencyInjection;

/// <summary>Definitions that are taken in at the start.</summary>
/// <param name="Load">Reads or builds them.</param>
internal sealed record AgencySource(Func<AgencyDefinition> Load);
