using SocialOps.Time.Compiled;

namespace SocialOps.Time;

public sealed partial class BusinessCalendar
{
    internal CalendarSource Source => _source;

    /// <summary>Open where this or the other is open, e.g. office plus weekend stand-by. Computed on instants, so the zones may differ.</summary>
    public BusinessCalendar Union(BusinessCalendar other) => Combine(Combination.Union, other, "+");

    /// <summary>Open where both are open, e.g. the agency open and the client's approver there. May have no open time at all: searches then say never.</summary>
    public BusinessCalendar Intersect(BusinessCalendar other) => Combine(Combination.Intersect, other, "&");

    /// <summary>Open where this is open and the other is not. May have no open time at all: searches then say never.</summary>
    public BusinessCalendar Except(BusinessCalendar other) => Combine(Combination.Except, other, "-");

    private BusinessCalendar Combine(Combination how, BusinessCalendar other, string sign)
    {
        ArgumentNullException.ThrowIfNull(other);
        var version = Stamp.Version.Length + other.Stamp.Version.Length == 0 ? "" : $"{Stamp.Version} {sign} {other.Stamp.Version}";
        return new(new(new($"{Id} {sign} {other.Id}"), version, Stamp.Tzdb), Zone, new CombinedHours(this, how, other));
    }
}
