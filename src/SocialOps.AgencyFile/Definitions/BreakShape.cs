using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>A one-off closed stretch: <c>2026-09-18 14:00 to 18:00</c>, or with a reason.</summary>
internal sealed class BreakShape : BlockShape<CalendarBreak>
{
    public static readonly Shape<CalendarBreak> Instance = new TextOrBlockShape<CalendarBreak>(
        new ConvertedShape<(LocalDateTime From, LocalDateTime To), CalendarBreak>(StretchShape.Instance, time => new(time.From, time.To)),
        new BreakShape());

    private readonly Field<(LocalDateTime From, LocalDateTime To)> _time;
    private readonly Field<string?> _reason;

    private BreakShape()
        : base("break", "a break", "A one-off closed stretch.")
    {
        _time = Required("time", StretchShape.Instance, "The closed stretch of local time.");
        _reason = Optional("reason", References.Maybe(LineShape.Any), null, "Why, for people.");
    }

    protected override CalendarBreak Build(Shapes.Values values)
    {
        var (from, to) = values.Of(_time);
        return new(from, to, values.Of(_reason));
    }
}
