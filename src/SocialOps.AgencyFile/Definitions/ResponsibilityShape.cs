using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.Content;
using SocialOps.ServicePackages;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class ResponsibilityShape : BlockShape<Responsibility>
{
    private readonly Field<ActivityId> _activity;
    private readonly Field<Party> _owner;
    private readonly Field<Party?> _control;
    private readonly Field<Party?> _deputy;
    private readonly Field<string?> _phase;
    private readonly Field<ContentKind?> _kind;
    private readonly Field<LocalDate?> _from;
    private readonly Field<LocalDate?> _until;

    public ResponsibilityShape()
        : base("responsibility", "a responsibility, e.g. { activity: copy, owner: jonas, control: lena }", "Who does an activity, who looks at it afterwards, who stands in.")
    {
        var maybe = new ConvertedShape<Party, Party?>(PartyShape.Instance, party => party);
        _activity = Required("activity", References.Activity, "The activity.");
        _owner = Required("owner", PartyShape.Instance, "Who does it.");
        _control = Optional("control", maybe, null, "Who looks at it afterwards.");
        _deputy = Optional("deputy", maybe, null, "Who stands in, before the owner's own deputies.");
        _phase = Optional("phase", References.Maybe(LineShape.Any), null, "Only in this phase.");
        _kind = Optional("kind", References.Maybe(Words.ContentKind), null, "Only for content of this kind.");
        _from = Optional("from", References.Maybe(DateShape.Instance), null, "The first day on which it holds.", "fromOn");
        _until = Optional("until", References.Maybe(DateShape.Instance), null, "The first day on which it no longer holds.", "untilOn");
    }

    protected override Responsibility Build(Shapes.Values values) => new(values.Of(_activity), values.Of(_owner))
    {
        Control = values.Of(_control),
        Deputy = values.Of(_deputy),
        Phase = values.Of(_phase),
        Kind = values.Of(_kind),
        FromOn = values.Of(_from),
        UntilOn = values.Of(_until),
    };
}
