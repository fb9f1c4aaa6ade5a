using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>An absence: its days, or its days with a deputy and a reason.</summary>
internal sealed class AbsenceShape : BlockShape<Absence>
{
    public static readonly Shape<Absence> Instance = new TextOrBlockShape<Absence>(
        new ConvertedShape<(LocalDate First, LocalDate Last), Absence>(DaysShape.Instance, days => new(days.First, days.Last)),
        new AbsenceShape());

    private readonly Field<(LocalDate First, LocalDate Last)> _days;
    private readonly Field<PersonId?> _deputy;
    private readonly Field<string?> _reason;
    private readonly Field<AbsenceState> _state;
    private readonly Field<IReadOnlyDictionary<ClientId, PersonId>> _clientDeputies;

    private AbsenceShape()
        : base("absence", "an absence", "When a person is away, in full days of their own zone.")
    {
        _days = Required("days", DaysShape.Instance, "The days, the first and the last included.");
        _deputy = Optional("deputy", References.Maybe(References.Person), null, "Who stands in for this absence; without one the standing deputies do.");
        _reason = Optional("reason", References.Maybe(LineShape.Any), null, "Why, for people.");
        _state = Optional("state", Words.AbsenceState, AbsenceState.Approved, "Whether it counts; without it approved.");
        _clientDeputies = Optional("client deputies", new PairsShape<ClientId, PersonId>(References.Client, References.Person), new Dictionary<ClientId, PersonId>(), "Who stands in for single clients, before the deputy.");
    }

    protected override Absence Build(Shapes.Values values)
    {
        var (first, last) = values.Of(_days);
        return new(first, last, values.Of(_deputy), values.Of(_reason)) { State = values.Of(_state), ClientDeputies = values.Of(_clientDeputies) };
    }
}
