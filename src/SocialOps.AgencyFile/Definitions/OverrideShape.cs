using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>An exception: <c>{ time: ..., take: mehmet }</c>, <c>{ time: ..., replace: lena, with: jonas }</c>, <c>add:</c> or <c>remove:</c>.</summary>
internal sealed class OverrideShape : BlockShape<ShiftOverride>
{
    private readonly Field<(LocalDateTime From, LocalDateTime To)> _time;
    private readonly Field<PersonId?> _take;
    private readonly Field<PersonId?> _replace;
    private readonly Field<PersonId?> _with;
    private readonly Field<PersonId?> _add;
    private readonly Field<PersonId?> _remove;
    private readonly Field<string?> _reason;
    private readonly Field<ClientId?> _client;
    private readonly Field<int> _priority;
    private readonly Field<LocalTimeChoice?> _localTimes;

    public OverrideShape()
        : base("override", "an override's block of keys", "An exception for one stretch of time: exactly one of take, replace, add and remove.")
    {
        _time = Required("time", StretchShape.Instance, "The stretch, in the schedule's local time.", "to");
        _take = Optional("take", References.Maybe(References.Person), null, "Who takes the stretch, whoever was there, gaps too.", "person");
        _replace = Optional("replace", References.Maybe(References.Person), null, "Whom 'with' stands in for, inside that person's shifts only.", "replaces");
        _with = Optional("with", References.Maybe(References.Person), null, "Who stands in for the person under 'replace'.", "person");
        _add = Optional("add", References.Maybe(References.Person), null, "Who joins whoever is there.", "person");
        _remove = Optional("remove", References.Maybe(References.Person), null, "Who is taken off; what remains open is a gap.", "person");
        _reason = Optional("reason", References.Maybe(LineShape.Any), null, "Why, for people.");
        _client = Optional("client", References.Maybe(References.Client), null, "The client it is meant for; without one all.");
        _priority = Optional("priority", NumberShape.Instance, ShiftOverride.OverridePriority, "Of several the higher wins; without it 200.");
        _localTimes = Optional("local times", References.Maybe(Words.LocalTimes), null, "Which instant is meant where the clocks skip or repeat a time.");
    }

    protected override ShiftOverride Build(Shapes.Values values)
    {
        Field<PersonId?>[] kinds = [_take, _replace, _add, _remove];
        var written = kinds.Where(values.Has).ToList();
        if (written.Count != 1)
        {
            values.Error("write exactly one of take, replace, add and remove.");
        }
        else if (written[0] == _replace != values.Has(_with))
        {
            values.Error(written[0] == _replace ? "'replace' needs 'with': who stands in." : "'with' belongs to 'replace'; take it out.");
        }

        var ((from, to), kind) = (values.Of(_time), written.FirstOrDefault(_take));
        var (does, person) = kind switch
        {
            _ when kind == _replace => (OverrideKind.Replace, values.Of(_with)),
            _ when kind == _add => (OverrideKind.Add, values.Of(_add)),
            _ when kind == _remove => (OverrideKind.Remove, values.Of(_remove)),
            _ => (OverrideKind.Take, values.Of(_take)),
        };
        return new(values.Id, does, from, to, person, values.Of(_replace), values.Of(_reason))
        {
            Client = values.Of(_client),
            Priority = values.Of(_priority),
            LocalTimes = values.Of(_localTimes),
        };
    }
}
