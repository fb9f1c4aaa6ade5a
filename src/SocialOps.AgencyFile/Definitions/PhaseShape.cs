using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.Definitions;
using SocialOps.ServicePackages;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class PhaseShape : BlockShape<AgreementPhase>
{
    private readonly Field<string> _name;
    private readonly Field<LocalDate?> _from;
    private readonly Field<ApprovalPreset?> _approval;

    public PhaseShape()
        : base("phase", "a phase, e.g. { name: onboarding, from: 2026-01-05, approval: client }", "A phase of a relationship.")
    {
        _name = Required("name", LineShape.Any, "The phase's name, e.g. onboarding.");
        _from = Optional("from", References.Maybe(DateShape.Instance), null, "The first day; without it from the beginning.", "fromOn");
        _approval = Optional("approval", References.Maybe(Words.Approval), null, "How content is approved in it; without it as in the package.");
    }

    protected override AgreementPhase Build(Shapes.Values values) => new(values.Of(_name), values.Of(_from), values.Of(_approval));
}
