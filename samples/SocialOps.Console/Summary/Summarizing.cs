using SocialOps.Console.Desk;

namespace SocialOps.Console.Summary;

/// <summary>Makes a run's summary from the file as it stands, and writes it for people or machines.</summary>
internal static class Summarizing
{
    /// <param name="desk">The file.</param>
    /// <param name="replay">What was read.</param>
    /// <param name="itemsBefore">How many items the file had before.</param>
    /// <param name="again">The inbox once more, to find the quarantined lines.</param>
    /// <param name="seconds">How long it took.</param>
    public static async Task<RunSummary> OfAsync(OpsDesk desk, Replay replay, long itemsBefore, IAsyncEnumerable<InboxLine> again, double seconds)
    {
        var quarantined = await Quarantine.ReportAsync(desk, again, replay.Refused);
        var count = await FileCount.OfAsync(desk);
        var items = replay.Lines - quarantined;
        return new()
        {
            Items = items,
            Duplicates = items - (count.Items - itemsBefore),
            Quarantined = quarantined,
            Cases = count.Cases,
            ByCategory = count.ByCategory,
            Replies = count.Replies,
            Notifications = count.Notifications,
            Escalations = count.Escalations,
            Clocks = new(count.Met, count.Breached, count.Running),
            Unattended = count.Unattended,
            OldestOpen = count.OldestOpen is { } oldest ? $"{oldest.Id}, {oldest.Category}, since {oldest.OpenedAt}" : null,
            Sent = new(desk.Outbox.SentNow, desk.Channel.SentNow),
            WallSeconds = Math.Round(seconds, 3),
            ItemsPerSecond = Math.Round(items / seconds, 1),
            Database = Path.GetFullPath(desk.Database),
        };
    }

    public static void Write(RunSummary summary, bool json)
    {
        if (json)
        {
            System.Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(summary, SummaryJson.Default.RunSummary));
            return;
        }

        SummaryTable.Write(summary);
    }
}
