using NodaTime;

namespace SocialOps.Time.Compiled;

/// <summary>The closed civil days of one definition: its own list and its region's public holidays.</summary>
internal sealed class HolidaySet
{
    private readonly int[] _ownDays;
    private readonly Dictionary<int, string> _own = [];
    private readonly string? _region;

    public HolidaySet(CalendarDefinition definition)
    {
        _region = definition.HolidayRegion;
        foreach (var holiday in definition.Holidays)
        {
            _own.TryAdd(Ticks.DayOf(holiday.On), holiday.Name);
        }

        _ownDays = [.. _own.Keys.Order()];
    }

    /// <summary>The holidays in [first, last], in any order, some twice.</summary>
    public IEnumerable<int> Days(int first, int last)
    {
        var start = Array.BinarySearch(_ownDays, first);
        for (var i = start < 0 ? ~start : start; i < _ownDays.Length && _ownDays[i] <= last; i++)
        {
            yield return _ownDays[i];
        }

        if (_region is null)
        {
            yield break;
        }

        for (var year = Ticks.YearOf(first); year <= Ticks.YearOf(last); year++)
        {
            foreach (var holiday in PublicHolidays.In(_region, year))
            {
                var day = Ticks.DayOf(holiday.On);
                if (day >= first && day <= last)
                {
                    yield return day;
                }
            }
        }
    }

    /// <summary>The holiday's name, or <see langword="null"/> when the date is none. The definition's own name wins.</summary>
    public string? NameOf(LocalDate date, TextLanguage language)
    {
        if (_own.TryGetValue(Ticks.DayOf(date), out var name))
        {
            return name;
        }

        return _region is null ? null : PublicHolidays.In(_region, date.Year).FirstOrDefault(h => h.On == date)?.NameIn(language);
    }
}
