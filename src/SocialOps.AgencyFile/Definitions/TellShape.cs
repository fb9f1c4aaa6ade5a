using SocialOps.AgencyFiles.Shapes;
using SocialOps.Escalations;
using SocialOps.OnCall;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>Who is told: <c>on duty</c>, <c>emergency contact</c>, a person's id, or <c>{ on duty: community }</c>.</summary>
internal sealed class TellShape : BlockShape<EscalationTarget>
{
    public static readonly Shape<EscalationTarget> Instance = new TextOrBlockShape<EscalationTarget>(
        new TellWordShape(),
        new TellShape());

    private readonly Field<ScheduleId> _onDuty;

    private TellShape()
        : base("on-duty", "who is told", "Whoever is on duty on a schedule.")
        => _onDuty = Required("on duty", References.Schedule, "The schedule.");

    /// <summary>Whether the target is "on duty" without a schedule of its own.</summary>
    public static bool IsAnyDuty(EscalationTarget target) => target is EscalationTarget.OnDuty { Schedule.Value: "" };

    protected override EscalationTarget Build(Shapes.Values values) => new EscalationTarget.OnDuty(values.Of(_onDuty));
}
