using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.Definitions;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>A campaign's days: <c>sommerfest: { from: 2026-06-01, until: 2026-06-14 }</c>.</summary>
internal sealed class CampaignShape : BlockShape<CampaignDefinition>
{
    private readonly Field<LocalDate> _from;
    private readonly Field<LocalDate> _until;

    public CampaignShape()
        : base("campaign", "a campaign's days, e.g. { from: 2026-06-01, until: 2026-06-14 }", "Days on which more than usual comes in, and is meant to.")
    {
        _from = Required("from", DateShape.Instance, "The first day.");
        _until = Required("until", DateShape.Instance, "The last day.");
    }

    protected override CampaignDefinition Build(Shapes.Values values) => new(values.Id, values.Of(_from), values.Of(_until));
}
