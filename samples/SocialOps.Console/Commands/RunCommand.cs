using System.CommandLine;
using System.Diagnostics;
using NodaTime;
using SocialOps.AgencyFiles;
using SocialOps.Console.Desk;
using SocialOps.Console.Help;
using SocialOps.Console.Summary;
using SocialOps.Console.Team;
using Spectre.Console;

namespace SocialOps.Console.Commands;

/// <summary><c>run</c>: any inbox at its own instants on virtual time.</summary>
internal static class RunCommand
{
    private static readonly Option<FileInfo> Agency = new Option<FileInfo>("--agency") { Description = "The agency file.", Required = true }.AcceptExistingOnly();
    private static readonly Option<FileInfo> Inbox = new Option<FileInfo>("--inbox") { Description = "The inbox: one JSON object a line.", Required = true }.AcceptExistingOnly();
    private static readonly Option<bool> Waves = new("--waves") { Description = "Also what the wave detectors saw, day by day." };
    private static readonly Option<bool> Json = new("--json") { Description = "The summary as JSON." };

    public static Command Create()
    {
        var command = new DescribedCommand("run", "Takes an inbox in at its own instants, on virtual time.", """
            run --agency studio-nord.yaml --inbox tweets.jsonl
            run --agency studio-nord.yaml --inbox tweets.jsonl --db shop.db --json      (again: only duplicates)
            run --agency studio-nord.yaml --inbox tweets.jsonl --team silent            (the ladder climbs)
            """)
        {
            Agency, Inbox, RunArguments.DatabaseOption, RunArguments.ClientOption, RunArguments.FromOption, RunArguments.ToOption, RunArguments.TeamOption, Waves, Json,
        };
        command.SetAction((result, cancellation) => Guarded.RunAsync(() => RunAsync(result, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        var agency = AgencyFile.Load(given.GetValue(Agency)!.FullName);
        if (RunArguments.Read(given, agency) is not { } arguments)
        {
            return ExitCode.Mistakes;
        }

        var (file, json) = (given.GetValue(Inbox)!, given.GetValue(Json));
        var watch = Stopwatch.StartNew();
        await using var desk = new OpsDesk(arguments.Database, agency, await FirstAsync(Lines(file, arguments), cancellationToken));
        await desk.StartAsync(cancellationToken);
        var before = await FileCount.ItemsOfAsync(desk);
        var team = arguments.Pace is { } pace ? new PromptTeam(desk, pace) : null;
        await (team?.ResumeAsync(cancellationToken) ?? Task.CompletedTask);
        var replay = new Replay(desk, team ?? (ITeam)new SilentTeam(), arguments.Client);
        var notes = new LineNotes();
        await ProgressBar.ShowAsync(json, file.Length, async advance =>
        {
            await replay.RunAsync(Lines(file, arguments), Took, cancellationToken);
            await replay.AdvanceAsync(arguments.To ?? ((replay.LastAt ?? desk.Time.Now) + Duration.FromDays(3)), cancellationToken);

            void Took(InboxLine line)
            {
                advance(line.Bytes.Length + 1);
                notes.AddWarnings(line);
            }
        });
        await desk.Ops.Audit.SealAsync(cancellationToken);
        watch.Stop();
        notes.Write("lines with warnings");
        if (replay.Lines == 0)
        {
            Terminal.Errors.WriteLine($"{file.Name}: no line of it was taken; it is empty, or --from and --to leave nothing.");
        }

        if (given.GetValue(Waves) && !json)
        {
            await WaveDays.WriteAsync(desk);
        }

        Summarizing.Write(await Summarizing.OfAsync(desk, replay, before, Lines(file, arguments), watch.Elapsed.TotalSeconds), json);
        return ExitCode.Done;
    }

    private static IAsyncEnumerable<InboxLine> Lines(FileInfo file, RunArguments arguments)
        => InboxFile.ReadAsync(file.FullName).Where(l => l.At is not { } at || ((arguments.From is null || at >= arguments.From) && (arguments.To is null || at < arguments.To)));

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
}
