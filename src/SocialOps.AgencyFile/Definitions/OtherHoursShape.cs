using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>The hours of one date: <c>10:00-12:00</c>, <c>closed</c>, or with a reason.</summary>
internal sealed class OtherHoursShape : BlockShape<Func<LocalDate, DateOverride>>
{
    public static readonly Shape<Func<LocalDate, DateOverride>> Instance = new TextOrBlockShape<Func<LocalDate, DateOverride>>(
        new ConvertedShape<IReadOnlyList<OpeningWindow>, Func<LocalDate, DateOverride>>(WindowsShape.Instance, windows => on => new(on, windows)),
        new OtherHoursShape());

    private readonly Field<IReadOnlyList<OpeningWindow>> _hours;
    private readonly Field<string?> _reason;

    private OtherHoursShape()
        : base("other-hours", "the hours of a date", "The hours of one date instead of the weekly ones.")
    {
        _hours = Required("hours", WindowsShape.Instance, "The hours of the date, or closed.", "windows");
        _reason = Optional("reason", References.Maybe(LineShape.Any), null, "Why, for people.");
    }

    protected override Func<LocalDate, DateOverride> Build(Shapes.Values values) => on => new(on, values.Of(_hours), values.Of(_reason));
}
