using System.CommandLine;
using System.Diagnostics;
using NodaTime;
using SocialOps.AgencyFiles;
using SocialOps.Console.Desk;
using SocialOps.Console.Help;
using SocialOps.Console.Summary;
using SocialOps.Console.Weekend;
using SocialOps.Inbox;

namespace SocialOps.Console.Commands;

/// <summary><c>weekend</c>: the story on virtual time.</summary>
internal static class WeekendCommand
{
    private static readonly Option<string?> Database = new("--db") { Description = "The SQLite file; a fresh one without it." };
    private static readonly Option<bool> Json = new("--json") { Description = "Only the summary, as JSON." };

    public static Command Create()
    {
        var command = new DescribedCommand("weekend", "The Friday complaint, with the growth that was published: 15,000 comments by Monday morning.", "weekend --db weekend.db") { Database, Json };
        command.SetAction((result, cancellation) => Guarded.RunAsync(() => RunAsync(result.GetValue(Database), result.GetValue(Json), cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(string? file, bool json, CancellationToken cancellationToken)
    {
        if (Databases.Locate(file, "weekend") is not { } database)
        {
            return ExitCode.Mistakes;
        }

        var agency = AgencyFile.Load(Path.Combine(AppContext.BaseDirectory, "agencies", "studio-nord.yaml"));
        var watch = Stopwatch.StartNew();
        await using var desk = new OpsDesk(database, agency, WeekendInbox.Start - Duration.FromMinutes(1));
        await desk.StartAsync(cancellationToken);
        var before = await FileCount.ItemsOfAsync(desk);
        var feed = new Feed(desk, json);
        DutyTable.Write(desk, feed, WeekendInbox.Start - Duration.FromMinutes(1), WeekendInbox.Monday + Duration.FromHours(1));
        var team = new WeekendTeam(desk, feed);
        var replay = new Replay(desk, team, agency.Clients[0].Id);
        feed.Say("bold", $"A customer complains on the page of {agency.Clients[0].Name}. Time is virtual, the database is real.");
        await replay.RunAsync(WithMilestones(feed), null, cancellationToken);
        await replay.AdvanceAsync(WeekendInbox.Monday + Duration.FromHours(1), cancellationToken);
        var story = await SettleAsync(desk, feed, cancellationToken);
        watch.Stop();
        if (!json)
        {
            await new SideBySide(story).WriteAsync(desk);
            await WaveTable.WriteAsync(desk, story);
            await WaveTable.WriteCostAsync(desk, feed, story, new CostRates(60, 4, "EUR", Duration.FromMinutes(15)));
        }

        Summarizing.Write(await Summarizing.OfAsync(desk, replay, before, AsyncEnumerable.Empty<InboxLine>(), watch.Elapsed.TotalSeconds), json);
        return ExitCode.Done;
    }

    /// <summary>Says now and then how far it has grown.</summary>
    private static async IAsyncEnumerable<InboxLine> WithMilestones(Feed feed)
    {
        var next = 10;
        await foreach (var line in WeekendInbox.ReadAsync())
        {
            yield return line;
            if (WeekendInbox.CommentsAt(line.At!.Value) >= next)
            {
                feed.Say("grey", $"{next:N0} comments by now.");
                next *= next is 10 or 100 or 1000 ? 5 : 2;
            }
        }
    }

    private static async Task<Case> SettleAsync(OpsDesk desk, Feed feed, CancellationToken cancellationToken)
    {
        Case? story = null;
        await foreach (var one in Pages.AllAsync(next => desk.Ops.Cases.QueryClientAsync(desk.Agency.Clients[0].Id, 1000, next, cancellationToken)))
        {
            story = story is null || one.Items > story.Items ? one : story;
        }

        if (story is { ClosedAt: null, ReplyPending: false, Responsible: People.Recipient.OfAgency person })
        {
            var actor = Actor.Person(person.Person.Value, "console");
            feed.Act(person, "settles it with the customer and the shop; whether all is well is asked in three days");
            await desk.Ops.Cases.RecordStepAsync(story.Id, actor, ComplaintStep.Accept, "Anke nimmt den neuen Rahmen.", cancellationToken);
            story = await desk.Ops.Cases.SettleAsync(story.Id, actor, "Der Rahmen ist getauscht, die Kundin ist zufrieden.", cancellationToken);
        }

        return story!;
    }
}
