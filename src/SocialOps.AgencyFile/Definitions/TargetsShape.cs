using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>Targets: <c>4h</c>, or <c>{ workday: 2h, weekend: same day by 20:00, in meeting: 4h }</c>.</summary>
internal sealed class TargetsShape : BlockShape<ResponseTargets?>
{
    public static readonly Shape<ResponseTargets?> Instance = new TextOrBlockShape<ResponseTargets?>(
        new ConvertedShape<ResponseTarget, ResponseTargets?>(TargetShape.Instance, target => new(target)),
        new TargetsShape());

    private readonly Field<ResponseTarget> _workday;
    private readonly Field<ResponseTarget?> _weekend;
    private readonly Field<ResponseTarget?> _inMeeting;

    private TargetsShape()
        : base("targets", "a target", "Targets that depend on when the case begins.")
    {
        var maybe = new ConvertedShape<ResponseTarget, ResponseTarget?>(TargetShape.Instance, target => target);
        _workday = Required("workday", TargetShape.Instance, "The target on Monday to Friday, holidays excepted; also where the others are not written.");
        _weekend = Optional("weekend", maybe, null, "The target on Saturdays, Sundays and holidays.");
        _inMeeting = Optional("in meeting", maybe, null, "The target while the person on duty is known to be in a meeting.");
    }

    protected override ResponseTargets? Build(Shapes.Values values) => new(values.Of(_workday), values.Of(_weekend), values.Of(_inMeeting));
}
