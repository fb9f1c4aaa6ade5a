using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class CalendarShape : BlockShape<CalendarDefinition>
{
    private readonly Field<string> _zone;
    private readonly Field<WeekHours> _hours;
    private readonly Field<string?> _region;
    private readonly Field<IReadOnlyList<Holiday>> _holidays;
    private readonly Field<IReadOnlyList<DateOverride>> _overrides;
    private readonly Field<IReadOnlyList<CalendarBreak>> _breaks;

    public CalendarShape()
        : base("calendar", "a calendar's block of keys", "Somebody's hours, in local time.")
    {
        _zone = Optional("zone", LineShape.Any, "", "The IANA time zone of the hours, e.g. Europe/Berlin; without one the agency's.");
        _hours = Optional("hours", WeekHoursShape.Instance, WeekHours.None, "The hours of each weekday.", "weekly");
        _region = Optional("holidays", References.Maybe(new LineShape("a region such as DE-HH")), null, "The region whose public holidays close the calendar, as ISO 3166 writes it: DE-HH, AT, CH-ZH.", "holidayRegion");
        _holidays = Optional("closed days", ClosedDaysShape.Instance, "Further closed days with their names.", "holidays");
        _overrides = Optional("other hours", new DatedShape<DateOverride>(OtherHoursShape.Instance, "other hours"), "Other hours on single dates: they replace the weekly hours and win over holidays.", "overrides");
        _breaks = Optional("breaks", new ListShape<CalendarBreak>(BreakShape.Instance), "One-off closed stretches, subtracted from whatever is open.");
    }

    protected override CalendarDefinition Build(Shapes.Values values) => new()
    {
        Id = new(values.Id),
        Zone = values.Of(_zone),
        Weekly = values.Of(_hours).ByDay(),
        HolidayRegion = values.Of(_region),
        Holidays = values.Of(_holidays),
        Overrides = values.Of(_overrides),
        Breaks = values.Of(_breaks),
    };
}
