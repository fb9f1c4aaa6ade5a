using NodaTime;

namespace SocialOps.Time.Compiled;

/// <summary>The open spans of one definition: ((weekly hours of the dates without an override) minus holidays) plus overrides, minus breaks; local times resolved first, then pure set algebra.</summary>
internal sealed class WrittenHours : CalendarSource
{
    private readonly CalendarDefinition _definition;
    private readonly DateTimeZone _zone;
    private readonly LocalSpan[][] _weekly = new LocalSpan[8][];
    private readonly Dictionary<int, LocalSpan[]> _overrides = [];
    private readonly HolidaySet _holidays;
    private readonly List<OpenSpan> _breaks;

    public WrittenHours(CalendarDefinition definition, DateTimeZone zone)
    {
        (_definition, _zone) = (definition, zone);
        for (var day = 1; day <= 7; day++)
        {
            _weekly[day] = definition.Weekly.TryGetValue((IsoDayOfWeek)day, out var windows) ? LocalSpan.Of(windows) : [];
        }

        foreach (var @override in definition.Overrides)
        {
            _overrides[Ticks.DayOf(@override.On)] = LocalSpan.Of(@override.Windows);
        }

        _holidays = new(definition);
        _breaks = OpenSpans.Normalize([.. definition.Breaks.Select(b => new OpenSpan(Resolve(b.From), Resolve(b.To)))]);
    }

    public override List<OpenSpan> Open(long from, long to)
    {
        var offsets = new ZoneOffsets(_zone, from, to);

        // A window reaches into the second day after its own date at most, and a local day lies within 18 hours of the same UTC day.
        var (first, last) = (Ticks.DayOf(from) - 3, Ticks.DayOf(to) + 1);
        var weekly = new List<OpenSpan>(512);
        var overrides = new List<OpenSpan>();
        for (int day = first, weekday = Ticks.WeekdayOf(first); day <= last; day++, weekday = (weekday % 7) + 1)
        {
            var isOverridden = _overrides.TryGetValue(day, out var windows);
            foreach (var window in isOverridden ? windows! : _weekly[weekday])
            {
                var open = new OpenSpan(offsets.Resolve((day * Ticks.Day) + window.Opens), offsets.Resolve((day * Ticks.Day) + window.Closes));
                (isOverridden ? overrides : weekly).Add(open);
            }
        }

        var closedDays = new List<OpenSpan>();
        foreach (var day in _holidays.Days(first, last))
        {
            closedDays.Add(new(offsets.Resolve(day * Ticks.Day), offsets.Resolve((day + 1) * Ticks.Day)));
        }

        var hours = OpenSpans.Except(OpenSpans.Normalize(weekly), OpenSpans.Normalize(closedDays));
        if (overrides.Count > 0)
        {
            hours = OpenSpans.Union(hours, overrides);
        }

        return OpenSpans.Clip(OpenSpans.Except(hours, _breaks), from, to);
    }

    public override IEnumerable<ClosedSpan> WhyClosed(long from, long to) => new WrittenReasons(_definition, _zone).Closed(from, to);

    public override string? HolidayOn(LocalDate date, TextLanguage language) => _holidays.NameOf(date, language);

    private long Resolve(LocalDateTime local) => TimeZones.Resolve(local, _zone).ToUnixTimeTicks();
}
