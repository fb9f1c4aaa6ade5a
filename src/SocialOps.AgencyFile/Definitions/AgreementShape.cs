using SocialOps.AgencyFiles.Shapes;
using SocialOps.Definitions;
using SocialOps.Escalations;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.ServicePackages;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class AgreementShape : BlockShape<AgreementDefinition>
{
    private readonly Field<PackageId> _package;
    private readonly Field<ScheduleId> _schedule;
    private readonly Field<EscalationPolicyId> _escalation;
    private readonly Field<ResponsePolicyId> _policy;
    private readonly Field<PersonId?> _lead;
    private readonly Field<AgreementTerm?> _term;
    private readonly Field<IReadOnlyList<AgreementPhase>> _phases;
    private readonly Field<IReadOnlyList<CollaborationTerm>> _collaboration;
    private readonly Field<IReadOnlyList<Responsibility>> _responsibilities;

    public AgreementShape()
        : base("agreement", "an agreement, e.g. { package: plus, schedule: community, escalation: standard, policy: retail }", "What was agreed with a client.")
    {
        _package = Required("package", References.Package, "The package.");
        _schedule = Required("schedule", References.Schedule, "Who is on duty for the client.");
        _escalation = Required("escalation", References.Escalation, "Who is told next when nobody acts.");
        _policy = Required("policy", References.Policy, "What is answered how.");
        _lead = Optional("lead", References.Maybe(References.Person), null, "Who looks after the client as a whole.");
        _term = Optional("term", new ConvertedShape<AgreementTerm, AgreementTerm?>(new TermShape(), t => t), null, "How long it runs, and what it may cost.");
        _phases = Optional("phases", new ListShape<AgreementPhase>(new PhaseShape()), "The phases of the relationship, the first at the head.");
        _collaboration = Optional("collaboration", new ListShape<CollaborationTerm>(CollaborationShape.Instance), "How both sides work together, and since when.");
        _responsibilities = Optional("responsibilities", new ListShape<Responsibility>(new ResponsibilityShape()), "Who does what here; goes before the collaboration model and the package.");
    }

    protected override AgreementDefinition Build(Shapes.Values values)
        => new(values.Of(_package), values.Of(_schedule), values.Of(_escalation), values.Of(_policy))
        {
            Lead = values.Of(_lead),
            Term = values.Of(_term),
            Phases = values.Of(_phases),
            Collaboration = values.Of(_collaboration),
            Responsibilities = values.Of(_responsibilities),
        };
}
