using System.CommandLine;
using System.Diagnostics;
using NodaTime;
using NodaTime.Text;
using SocialOps.AgencyFiles;
using SocialOps.Console.Desk;
using SocialOps.Console.Summary;
using SocialOps.Console.Team;
using SocialOps.People;
using Spectre.Console;

namespace SocialOps.Console.Commands;

/// <summary><c>run</c>: any inbox at its own instants on virtual time.</summary>
internal static class RunCommand
{
    private static readonly Option<FileInfo> Agency = new Option<FileInfo>("--agency") { Description = "The agency file.", Required = true }.AcceptExistingOnly();
    private static readonly Option<FileInfo> Inbox = new Option<FileInfo>("--inbox") { Description = "The inbox: one JSON object a line.", Required = true }.AcceptExistingOnly();
    private static readonly Option<string?> Database = new("--db") { Description = "The SQLite file; a fresh one without it. A file that is known is resumed where it was." };
    private static readonly Option<string?> Client = new("--client") { Description = "Whose inbox it is, for lines without an account; the agency's first client without it." };
    private static readonly Option<string?> From = new("--from") { Description = "Only lines written at or after this instant, e.g. 2026-01-09T15:00:00Z." };
    private static readonly Option<string?> To = new("--to") { Description = "Only lines written before this instant; the run ends there." };
    private static readonly Option<string> TeamPace = new("--team") { Description = "PT20M: whoever is told claims at once, reacts after 20 minutes, settles after 20 more. silent: nobody acts.", DefaultValueFactory = _ => "PT20M" };
    private static readonly Option<bool> Json = new("--json") { Description = "The summary as JSON." };

    public static Command Create()
    {
        var command = new Command("run", """
            Takes an inbox in at its own instants, on virtual time.

            Examples:
              run --agency studio-nord.yaml --inbox tweets.jsonl
              run --agency studio-nord.yaml --inbox tweets.jsonl --db shop.db --json      (again: only duplicates)
              run --agency studio-nord.yaml --inbox tweets.jsonl --team silent            (the ladder climbs)
            """) { Agency, Inbox, Database, Client, From, To, TeamPace, Json };
        command.SetAction((result, cancellation) => Guarded.RunAsync(() => RunAsync(result, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (!TryInstant(arguments.GetValue(From), "--from", out var from) || !TryInstant(arguments.GetValue(To), "--to", out var to) || !TryPace(arguments.GetValue(TeamPace)!, out var pace))
        {
            return ExitCode.Mistakes;
        }

        var agency = AgencyFile.Load(arguments.GetValue(Agency)!.FullName);
        if (FindClient(agency, arguments.GetValue(Client)) is not { } client)
        {
            return ExitCode.Mistakes;
        }

        var path = arguments.GetValue(Inbox)!.FullName;
        var database = arguments.GetValue(Database) ?? Databases.Fresh("run");
        var watch = Stopwatch.StartNew();
        await using var desk = new OpsDesk(database, agency, await FirstAsync(Lines(path, from, to), cancellationToken));
        await desk.StartAsync(cancellationToken);
        var before = await FileCount.ItemsOfAsync(desk);
        var team = pace is { } own ? new PromptTeam(desk, own) : null;
        await (team?.ResumeAsync(cancellationToken) ?? Task.CompletedTask);
        var replay = new Replay(desk, team ?? (ITeam)new SilentTeam(), client);
        await ProgressBar.ShowAsync(arguments.GetValue(Json), new FileInfo(path).Length, async advance =>
        {
            await replay.RunAsync(Lines(path, from, to), line => advance(line.Bytes.Length + 1), cancellationToken);
            await replay.AdvanceAsync(to ?? ((replay.LastAt ?? desk.Time.Now) + Duration.FromDays(3)), cancellationToken);
        });
        watch.Stop();
        var summary = await SummarizeAsync(desk, replay, before, Lines(path, from, to), watch.Elapsed.TotalSeconds);
        Write(summary, arguments.GetValue(Json));
        return ExitCode.Done;
    }

    internal static async Task<RunSummary> SummarizeAsync(OpsDesk desk, Replay replay, long itemsBefore, IAsyncEnumerable<InboxLine> again, double seconds)
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
            Database = desk.Database,
        };
    }

    internal static void Write(RunSummary summary, bool json)
    {
        if (json)
        {
            System.Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(summary, SummaryJson.Default.RunSummary));
            return;
        }

        SummaryTable.Write(summary);
    }

    private static IAsyncEnumerable<InboxLine> Lines(string path, Instant? from, Instant? to)
        => InboxFile.ReadAsync(path).Where(l => l.At is not { } at || ((from is null || at >= from) && (to is null || at < to)));

    private static async Task<Instant> FirstAsync(IAsyncEnumerable<InboxLine> lines, CancellationToken cancellationToken)
    {
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            if (line.At is { } at)
            {
                return at;
            }
        }

        return SystemTime.Now();
    }

    private static ClientId? FindClient(Definitions.AgencyDefinition agency, string? name)
    {
        var client = name is null ? agency.Clients[0] : agency.Clients.FirstOrDefault(c => c.Id.Value == name);
        if (client is null)
        {
            Terminal.Errors.MarkupLineInterpolated($"[red]--client {name}[/]: the agency has {string.Join(", ", agency.Clients.Select(c => c.Id))}.");
        }

        return client?.Id;
    }

    private static bool TryInstant(string? text, string option, out Instant? instant)
    {
        instant = null;
        if (text is null)
        {
            return true;
        }

        var parsed = InstantPattern.ExtendedIso.Parse(text);
        if (!parsed.Success)
        {
            Terminal.Errors.MarkupLineInterpolated($"[red]{option} {text}[/]: write an instant as 2026-01-09T15:00:00Z.");
            return false;
        }

        instant = parsed.Value;
        return true;
    }

    private static bool TryPace(string text, out Duration? pace)
    {
        pace = null;
        if (text == "silent")
        {
            return true;
        }

        var parsed = PeriodPattern.NormalizingIso.Parse(text);
        if (parsed.Success && parsed.Value is { HasDateComponent: false } period && period.ToDuration() > Duration.Zero)
        {
            pace = period.ToDuration();
            return true;
        }

        Terminal.Errors.MarkupLineInterpolated($"[red]--team {text}[/]: write a length of time such as PT20M, or silent.");
        return false;
    }
}
