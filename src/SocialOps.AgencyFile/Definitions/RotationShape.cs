using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>A rotation: <c>{ people: [lena, jonas], turn: 1 week, handoff: monday 09:00, from: 2026-01-05 }</c>.</summary>
internal sealed class RotationShape : BlockShape<Rotation>
{
    private readonly Field<IReadOnlyList<PersonId>> _people;
    private readonly Field<IReadOnlyList<IReadOnlyList<PersonId>>> _groups;
    private readonly Field<(IReadOnlyList<int> Lengths, RotationUnit Unit)> _turn;
    private readonly Field<(IsoDayOfWeek? Day, LocalTime Time)> _handoff;
    private readonly Field<LocalDate> _from;
    private readonly Field<TurnConsumption> _turns;
    private readonly Field<TurnClock> _clock;

    public RotationShape()
        : base("rotation", "a rotation's block of keys", "Turns of equal length, in order, for ever.")
    {
        var people = new ListShape<PersonId>(References.Person);
        _people = Optional("people", people, "Who takes turns, in order.", "participants");
        _groups = Optional("groups", new ListShape<IReadOnlyList<PersonId>>(people), "Groups that take turns, each on duty together; instead of people.");
        _turn = Required("turn", TurnShape.Instance, "How long a turn lasts; several lengths take turns: 4 days, 3 days.", "length");
        _handoff = Optional("handoff", HandoffShape.Instance, HandoffShape.Instance.Nothing, "When turns change hands, in the schedule's local time; without it at midnight.", "anchor");
        _from = Required("from", DateShape.Instance, "The day on which the first person's turn begins.");
        _turns = Optional("turns", Words.Turns, TurnConsumption.ActiveWindowsOnly, "Whether a turn passes while the layer is inactive; without it only active hours use up turns.", "consumption");
        _clock = Optional("clock", Words.TurnClock, TurnClock.WallClock, "How a turn's length is counted; without it on the wall clock.");
    }

    protected override Rotation Build(Shapes.Values values)
    {
        var (from, (day, time)) = (values.Of(_from), values.Of(_handoff));
        if (day is { } weekday && values.Has(_from) && from.DayOfWeek != weekday)
        {
            var next = from.With(DateAdjusters.NextOrSame(weekday));
            values.Error(_from, FormattableString.Invariant($"{from:uuuu-MM-dd} is a {from.DayOfWeek}, but turns change hands on {weekday}; write the {weekday} on which the first turn begins, e.g. {next:uuuu-MM-dd}."));
        }

        if (!values.Has(_people) && !values.Has(_groups))
        {
            values.Error("nobody is named; write 'people: ' and who takes turns.");
        }

        var (lengths, unit) = values.Of(_turn);
        return new()
        {
            Participants = values.Of(_people),
            Groups = values.Of(_groups),
            Unit = unit,
            Length = lengths[0],
            Lengths = lengths.Count > 1 ? lengths : [],
            Anchor = from.At(time),
            Consumption = values.Of(_turns),
            Clock = values.Of(_clock),
        };
    }
}
