using System.Globalization;
using Spectre.Console;

namespace SocialOps.Console.Summary;

/// <summary>A summary for people.</summary>
internal static class SummaryTable
{
    public static void Write(RunSummary summary)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumn("what").AddColumn("how many");
        table.AddRow("items", $"{summary.Items:N0} ({summary.Duplicates:N0} duplicates, {summary.Quarantined:N0} in quarantine)");
        table.AddRow("cases", $"{summary.Cases:N0}");
        table.AddRow("by category", Markup.Escape(string.Join(", ", summary.ByCategory.OrderByDescending(c => c.Value).Select(c => $"{c.Key} {c.Value:N0}"))));
        table.AddRow("replies sent", $"{summary.Replies:N0}");
        table.AddRow("notifications", $"{summary.Notifications:N0} digests, {summary.Escalations:N0} escalation steps");
        table.AddRow("clocks", $"[green]{summary.Clocks.Met:N0} met[/], [{(summary.Clocks.Breached > 0 ? "red" : "green")}]{summary.Clocks.Breached:N0} breached[/], {summary.Clocks.Running:N0} running");
        table.AddRow("unattended", summary.Unattended == 0 ? "[green]0: every open case has a next action and somebody responsible[/]" : $"[red]{summary.Unattended:N0}[/]");
        table.AddRow("oldest open", Markup.Escape(summary.OldestOpen ?? "none"));
        table.AddRow("took", string.Create(CultureInfo.InvariantCulture, $"{summary.WallSeconds:0.0} s, {summary.ItemsPerSecond:N0} items/s"));
        AnsiConsole.Write(table);
        AnsiConsole.Profile.Out.Writer.WriteLine($"The database lies in {summary.Database}; what was posted, beside it in {Path.GetFileName(summary.Database)}.outbox.jsonl.");
    }
}
