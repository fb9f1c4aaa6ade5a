using NodaTime;
using SocialOps.Time;

namespace SocialOps.OnCall.Fairness;

/// <summary>Cuts a stretch at local midnights and at the night's ends, and weighs the pieces.</summary>
internal static class DutyHours
{
    internal static DutyAccount Count(Instant from, Instant to, DateTimeZone zone, FairnessWeights weights, decimal credit, Func<LocalDate, bool> isHoliday)
    {
        var account = DutyAccount.Empty;
        for (var start = from; start < to;)
        {
            var local = start.InZone(zone).LocalDateTime;
            var end = Instant.Min(to, Cuts(local.Date, weights).Select(cut => TimeZones.Resolve(cut, zone)).Where(cut => cut > start).Min());
            account = account.Plus(Weigh(end - start, local, weights, credit, isHoliday(local.Date)));
            start = end;
        }

        return account;
    }

    internal static bool IsNight(LocalTime time, LocalTime from, LocalTime until) => from <= until ? from <= time && time < until : time >= from || time < until;

    private static LocalDateTime[] Cuts(LocalDate day, FairnessWeights weights)
        => [day + weights.NightFrom, day + weights.NightUntil, day.PlusDays(1).AtMidnight(), day.PlusDays(2).AtMidnight()];

    private static DutyAccount Weigh(Duration length, LocalDateTime local, FairnessWeights weights, decimal credit, bool isHoliday)
    {
        var isNight = IsNight(local.TimeOfDay, weights.NightFrom, weights.NightUntil);
        var isWeekend = local.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
        var weight = new[] { weights.Plain, isNight ? weights.Night : 0m, isWeekend ? weights.Weekend : 0m, isHoliday ? weights.Holiday : 0m }.Max();
        var hours = length.BclCompatibleTicks / (decimal)NodaConstants.TicksPerHour;
        return new(length, isNight ? length : Duration.Zero, isWeekend ? length : Duration.Zero, isHoliday ? length : Duration.Zero, hours * (weight + credit));
    }
}
