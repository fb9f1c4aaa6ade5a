using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>An absence of hours: <c>{ from: 2026-03-05T14:00+01:00, until: 2026-03-05T16:00+01:00 }</c>.</summary>
internal sealed class AwayShape : BlockShape<TimedAbsence>
{
    private readonly Field<Instant> _from;
    private readonly Field<Instant> _until;
    private readonly Field<PersonId?> _deputy;
    private readonly Field<string?> _reason;
    private readonly Field<AbsenceState> _state;

    public AwayShape()
        : base("away", "a block with from and until", "An absence between two instants: an appointment, a flight.")
    {
        _from = Required("from", InstantShape.Instance, "The first instant away.");
        _until = Required("until", InstantShape.Instance, "The first instant back.");
        _deputy = Optional("deputy", References.Maybe(References.Person), null, "Who stands in for this absence; without one the standing deputies do.");
        _reason = Optional("reason", References.Maybe(LineShape.Any), null, "Why, for people.");
        _state = Optional("state", Words.AbsenceState, AbsenceState.Approved, "Whether it counts; without it approved.");
    }

    protected override TimedAbsence Build(Shapes.Values values)
        => new(values.Of(_from), values.Of(_until), values.Of(_deputy), values.Of(_reason)) { State = values.Of(_state) };
}
