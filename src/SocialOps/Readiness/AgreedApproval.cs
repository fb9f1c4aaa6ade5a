using NodaTime;
using SocialOps.Definitions;
using SocialOps.ServicePackages;

namespace SocialOps.Readiness;

/// <summary>How content is approved by what was agreed: the phase before the package before the collaboration model.</summary>
internal static class AgreedApproval
{
    public static ApprovalPreset? PresetOf(AgencySnapshot agency, ClientDefinition client, Instant at)
    {
        var (agreement, on) = (client.Agreement, agency.DateFor(client, at));
        return agreement.Phases.LastOrDefault(p => p.Name == agreement.PhaseOn(on))?.Approval ?? Otherwise(agency, client, on);
    }

    /// <summary>The phases with their presets; where the agreement has none, one phase.</summary>
    public static IReadOnlyList<(string Name, ApprovalPreset Preset)> PhasesOf(AgencySnapshot agency, ClientDefinition client, Instant at)
    {
        var otherwise = Otherwise(agency, client, agency.DateFor(client, at)) ?? ApprovalPreset.AgencyThenClient;
        return client.Agreement.Phases.Count == 0 ? [("agreed", otherwise)] : [.. client.Agreement.Phases.Select(p => (p.Name, p.Approval ?? otherwise))];
    }

    private static ApprovalPreset? Otherwise(AgencySnapshot agency, ClientDefinition client, LocalDate on)
        => agency.GetPackage(client.Agreement.Package).Approval ?? (client.Agreement.ModelOn(on) is { } model ? CollaborationPresets.Of(model).Approval : null);
}
