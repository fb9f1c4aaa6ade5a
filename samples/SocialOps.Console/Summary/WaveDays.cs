using System.Globalization;
using NodaTime;
using SocialOps.Auditing;
using SocialOps.Channels;
using SocialOps.Console.Desk;
using SocialOps.Crisis;
using SocialOps.Inbox;
using Spectre.Console;

namespace SocialOps.Console.Summary;

/// <summary>Day by day what came in, what of it was negative, and what the detectors saw.</summary>
internal static class WaveDays
{
    public static async Task WriteAsync(OpsDesk desk)
    {
        var zone = DateTimeZoneProviders.Tzdb[desk.Agency.Schedules is [var first, ..] ? first.Zone : "Etc/UTC"];
        var (days, waves, hours) = (new SortedDictionary<LocalDate, (int Items, int Negative)>(), new Dictionary<LocalDate, List<WaveMoment>>(), new Dictionary<LocalDate, int>());
        foreach (var client in desk.Agency.Clients)
        {
            await foreach (var item in Pages.AllAsync(next => desk.Ops.Inbox.QueryClientAsync(client.Id, 1000, next)))
            {
                var day = item.WrittenAt.InZone(zone).Date;
                var known = days.GetValueOrDefault(day);
                days[day] = (known.Items + 1, known.Negative + (item.Classification.Category <= Category.Troll ? 1 : 0));
            }

            await foreach (var one in Pages.AllAsync(next => desk.Ops.Cases.QueryClientAsync(client.Id, 1000, next)))
            {
                foreach (var level in one.Levels.Where(l => l.Level >= WaveLevel.RepeatedCriticism))
                {
                    var day = level.At.InZone(zone).Date;
                    waves[day] = [.. waves.GetValueOrDefault(day) ?? [], level];
                }
            }
        }

        await foreach (var unusual in Pages.AllAsync(next => desk.Ops.Audit.QueryAsync(new AuditQuery(Action: "volume.unusual", Limit: 1000, Continue: next))))
        {
            var day = unusual.At.InZone(zone).Date;
            hours[day] = hours.GetValueOrDefault(day) + 1;
        }

        var table = new Table().Border(TableBorder.Rounded).Title("Waves, day by day").AddColumn("day").AddColumn("items").AddColumn("negative").AddColumn("threads at level 2 and above").AddColumn("unusual hours");
        foreach (var (day, count) in days)
        {
            var seen = waves.GetValueOrDefault(day) ?? [];
            table.AddRow(
                day.ToString("yyyy-MM-dd ddd", CultureInfo.InvariantCulture),
                $"{count.Items}",
                $"{count.Negative}",
                seen.Count == 0 ? "none" : $"{seen.Count}, the highest {(int)seen.Max(l => l.Level)}",
                $"{hours.GetValueOrDefault(day)}");
        }

        AnsiConsole.Write(table);
    }
}
