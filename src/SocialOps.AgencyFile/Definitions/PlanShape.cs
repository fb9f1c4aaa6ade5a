using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class PlanShape : BlockShape<TemporaryPlan>
{
    private readonly Field<(LocalDateTime From, LocalDateTime To)> _time;
    private readonly Field<IReadOnlyList<PlannedShift>> _shifts;
    private readonly Field<PlanHoles> _holes;
    private readonly Field<int> _priority;

    public PlanShape()
        : base("plan", "a plan's block of keys", "Shifts that stand instead of the layers for a while: Christmas, a fair, a campaign.")
    {
        _time = Required("time", StretchShape.Instance, "The stretch, in the schedule's local time.", "to");
        _shifts = Required("shifts", new ListShape<PlannedShift>(new PlannedShiftShape()), "Who is on duty; shifts may overlap, then all of them are.");
        _holes = Optional("holes", Words.PlanHoles, PlanHoles.Layers, "What holds where no shift lies; without it the layers.");
        _priority = Optional("priority", NumberShape.Instance, ShiftOverride.PlanPriority, "The higher wins; without it 300, above overrides (200).");
    }

    protected override TemporaryPlan Build(Shapes.Values values)
    {
        var (from, to) = values.Of(_time);
        return new(values.Id, from, to, values.Of(_shifts), values.Of(_holes)) { Priority = values.Of(_priority) };
    }
}

/// <summary>One shift: <c>{ time: 2026-12-24 08:00 to 20:00, person: lena }</c>.</summary>
internal sealed class PlannedShiftShape : BlockShape<PlannedShift>
{
    private readonly Field<(LocalDateTime From, LocalDateTime To)> _time;
    private readonly Field<PersonId> _person;

    public PlannedShiftShape()
        : base("planned-shift", "a shift, e.g. { time: 2026-12-24 08:00 to 20:00, person: lena }", "One shift of a plan.")
    {
        _time = Required("time", StretchShape.Instance, "The shift, in the schedule's local time.", "to");
        _person = Required("person", References.Person, "Who is on duty.");
    }

    protected override PlannedShift Build(Shapes.Values values)
    {
        var (from, to) = values.Of(_time);
        return new(from, to, values.Of(_person));
    }
}
