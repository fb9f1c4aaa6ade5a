using SocialOps.Definitions;
using SocialOps.Time;

namespace SocialOps.Console.Deadlines;

/// <summary>An agency's calendars by name, compiled when first asked for.</summary>
internal sealed class CalendarShelf(AgencyDefinition agency)
{
    private readonly Dictionary<string, BusinessCalendar> _compiled = new(StringComparer.Ordinal);

    public string Names => string.Join(", ", agency.Calendars.Select(c => c.Id.Value));

    public BusinessCalendar? Find(string name)
    {
        if (!_compiled.TryGetValue(name, out var calendar) && agency.Calendars.FirstOrDefault(c => c.Id.Value == name) is { } definition)
        {
            _compiled[name] = calendar = BusinessCalendar.Compile(definition);
        }

        return calendar;
    }
}
