using NodaTime;

namespace SocialOps.Time.Compiled;

/// <summary>The room's unit inside: whole ticks of 100 ns since the Unix epoch, for instants and for local times alike.</summary>
internal static class Ticks
{
    public const long Day = NodaConstants.TicksPerDay;

    /// <summary>Far before and after every instant, and still safe to subtract.</summary>
    public const long Never = long.MaxValue / 2;

    /// <summary>The range in which calendars answer.</summary>
    public static readonly long First = Instant.FromUtc(1800, 1, 1, 0, 0).ToUnixTimeTicks();
    public static readonly long Last = Instant.FromUtc(2400, 1, 1, 0, 0).ToUnixTimeTicks();

    /// <summary>How far a search looks: 20 years.</summary>
    public const long Horizon = 7305 * Day;

    public static Instant ToInstant(long ticks) => Instant.FromUnixTimeTicks(ticks);

    public static int DayOf(long ticks) => (int)(ticks >= 0 ? ticks / Day : ((ticks + 1) / Day) - 1);

    public static int DayOf(LocalDate date) => date.ToDateOnly().DayNumber - EpochDay;

    public static LocalDate DateOf(int day) => LocalDate.FromDateOnly(DateOnly.FromDayNumber(day + EpochDay));

    /// <summary>1 (Monday) to 7 (Sunday). 1970-01-01 was a Thursday.</summary>
    public static int WeekdayOf(int day) => ((((day + 3) % 7) + 7) % 7) + 1;

    public static long Of(LocalDateTime local) => (DayOf(local.Date) * Day) + local.TickOfDay;

    public static int YearOf(int day) => DateOnly.FromDayNumber(day + EpochDay).Year;

    private const int EpochDay = 719_162;
}
