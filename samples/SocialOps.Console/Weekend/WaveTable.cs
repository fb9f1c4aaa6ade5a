using System.Globalization;
using SocialOps.Console.Desk;
using SocialOps.Inbox;
using SocialOps.People;
using Spectre.Console;

namespace SocialOps.Console.Weekend;

/// <summary>The wave level by level: when, at how many comments, why, and what each level brought.</summary>
internal static class WaveTable
{
    public static async Task WriteAsync(OpsDesk desk, Case story)
    {
        var (names, log) = (new Names(desk.Agency), await desk.Ops.Cases.Crises.QueryLogAsync(story.Id));
        var table = new Table().Border(TableBorder.Rounded).Title("The wave, level by level")
            .AddColumn(new TableColumn("when").NoWrap()).AddColumn("level").AddColumn("comments").AddColumn("why, and what followed");
        foreach (var level in story.Levels)
        {
            var followed = log.Where(e => e.At == level.At && e.Action.StartsWith("crisis.", StringComparison.Ordinal)).Select(e => e.Detail);
            table.AddRow(names.When(level.At), $"{(int)level.Level}", level.Comments.ToString("N0", CultureInfo.InvariantCulture), Markup.Escape(string.Join("\n", [Sentence(level), .. followed])));
        }

        AnsiConsole.WriteLine();
        AnsiConsole.Write(table);
    }

    /// <summary>What the work on it cost, and what somebody on call costs (requirement 2.12).</summary>
    public static async Task WriteCostAsync(OpsDesk desk, Feed feed, Case story, CostRates rates)
    {
        var (names, report) = (new Names(desk.Agency), await desk.Ops.Cases.Crises.ReportAsync(story.Id, rates));
        var people = string.Join(", ", report.People.Select(p => string.Create(CultureInfo.InvariantCulture, $"{names.Of(new PersonId(p.Who))} {p.Busy.TotalHours:0.0} h")));
        feed.Say(report.Span.End, "bold", string.Create(CultureInfo.InvariantCulture, $"Work on it: {people}; {report.IncidentCost:N0} {rates.Currency} at {rates.HourOfWork:N0} an hour. Somebody on call all that time: {report.OnCallCost:N0} {rates.Currency} at {rates.HourOnCall:N0} an hour."));
    }

    private static string Sentence(WaveMoment level) => level.ByPerson ? $"a person: {level.Why}" : level.Why;
}
