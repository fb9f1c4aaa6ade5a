using SocialOps.Auditing;
using SocialOps.Console.Desk;
using SocialOps.Inbox;
using Spectre.Console;

namespace SocialOps.Console.Weekend;

/// <summary>What happened without it, beside what the case's own history says.</summary>
internal static class SideBySide
{
    public static async Task WriteAsync(OpsDesk desk, Case story)
    {
        var events = new List<AuditEvent>();
        await foreach (var happened in Pages.AllAsync(next => desk.Ops.Cases.QueryHistoryAsync(story.Id, 1000, next)))
        {
            events.Add(happened);
        }

        var table = new Table().Border(TableBorder.Rounded).Title("The same weekend, without and with SocialOps")
            .AddColumn("when").AddColumn("without, as it went").AddColumn("with SocialOps, from the case's history");
        Row(table, events, "case.opened", "the complaint is posted", e => $"labelled and a case: {e.Detail}");
        Row(table, events, "reply.published", "a first reply; everybody goes home", _ => "the same reply; the NextAction clock starts");
        Row(table, events, "clock.breached", "nobody looks", e => $"{e.Detail} Somebody else is told at once");
        Row(table, events, "client.told", "the shop knows nothing", e => e.Detail);
        Row(table, events, "wave.risen", "nobody knows that it grows", e => e.Detail);
        table.AddRow(Feed.When(WeekendInbox.Monday), $"{WeekendInbox.Likes:N0} likes, {WeekendInbox.Comments:N0} comments: the weekend is over", Markup.Escape(End(events, story)));
        AnsiConsole.Write(table);
    }

    private static void Row(Table table, List<AuditEvent> events, string action, string without, Func<AuditEvent, string> with)
    {
        if (events.Find(e => e.Action == action) is { } first)
        {
            table.AddRow(Feed.When(first.At), without, Markup.Escape(with(first)));
        }
    }

    private static string End(List<AuditEvent> events, Case story)
    {
        var wave = events.Find(e => e.Action == "wave.risen");
        var known = wave is null ? "" : $", known since {Feed.When(wave.At)}, {(WeekendInbox.Monday - wave.At).TotalHours:0} h earlier, at {WeekendInbox.CommentsAt(wave.At)} comments";
        return $"{story.Replies} replies, {story.StepsFired} times somebody was told{known}";
    }
}
