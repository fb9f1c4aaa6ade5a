using SocialOps.AgencyFiles.Shapes;
using SocialOps.Definitions;
using SocialOps.Escalations;
using SocialOps.OnCall;
using SocialOps.Responses;
using SocialOps.ServicePackages;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class AgreementShape : BlockShape<AgreementDefinition>
{
    private readonly Field<PackageId> _package;
    private readonly Field<ScheduleId> _schedule;
    private readonly Field<EscalationPolicyId> _escalation;
    private readonly Field<ResponsePolicyId> _policy;

    public AgreementShape()
        : base("agreement", "an agreement, e.g. { package: plus, schedule: community, escalation: standard, policy: retail }", "What was agreed with a client.")
    {
        _package = Required("package", References.Package, "The package.");
        _schedule = Required("schedule", References.Schedule, "Who is on duty for the client.");
        _escalation = Required("escalation", References.Escalation, "Who is told next when nobody acts.");
        _policy = Required("policy", References.Policy, "What is answered how.");
    }

    protected override AgreementDefinition Build(Shapes.Values values)
        => new(values.Of(_package), values.Of(_schedule), values.Of(_escalation), values.Of(_policy));
}
