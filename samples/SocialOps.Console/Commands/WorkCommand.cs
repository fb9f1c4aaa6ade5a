using System.CommandLine;
using System.Globalization;
using SocialOps.Console.Desk;
using SocialOps.Console.Help;
using SocialOps.Reporting;
using Spectre.Console;

namespace SocialOps.Console.Commands;

/// <summary><c>work</c>: what is due, what fails, what waits for a person.</summary>
internal static class WorkCommand
{
    private static readonly Option<int> Oldest = new("--oldest") { Description = "How many of each kind to list, 0 to 1,000.", DefaultValueFactory = _ => 5 };

    public static Command Create()
    {
        Oldest.Validators.Add(result =>
        {
            if (result.Tokens is [var token, ..] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && number is < 0 or > 1000)
            {
                result.AddError("--oldest is 0 to 1,000.");
            }
        });
        var command = new DescribedCommand("work", "Counts what is due, what fails and what waits for a person, and lists the oldest of it. Reads only.", """
            work --db shop.db
            work --db shop.db --oldest 50
            """) { OpenedFile.Option, Oldest };
        command.SetAction((result, cancellation) => Guarded.RunAsync(() => ShowAsync(result.GetValue(OpenedFile.Option)!, result.GetValue(Oldest), cancellation)));
        return command;
    }

    private static async Task<int> ShowAsync(FileInfo file, int oldest, CancellationToken cancellationToken)
    {
        Terminal.KeepLines();
        await using var opened = new OpenedFile(file);
        var backlog = await opened.Ops.Backlog.ReadAsync(oldest, cancellationToken);
        foreach (var group in backlog.Groups)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{group.Count,9:N0}  [bold]{NameOf(group.Kind)}[/]");
        }

        foreach (var group in backlog.Groups.Where(g => g.Oldest.Count > 0))
        {
            AnsiConsole.WriteLine();
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{NameOf(group.Kind)}[/], {(group.Count > group.Oldest.Count ? $"the oldest {group.Oldest.Count}" : "all")}:");
            foreach (var entry in group.Oldest)
            {
                AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {entry.Since.ToString("uuuu-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}  {entry.SubjectId}  {entry.What}");
            }
        }

        return ExitCode.Done;
    }

    private static string NameOf(BacklogKind kind) => kind switch
    {
        BacklogKind.Due => "due",
        BacklogKind.Taken => "taken by a worker",
        BacklogKind.TriedAgain => "tried again",
        BacklogKind.Later => "due later",
        BacklogKind.Dead => "given up",
        BacklogKind.Quarantined => "in quarantine",
        BacklogKind.NeedsHuman => "publications for a person to look at",
        BacklogKind.OpenCases => "open cases",
        BacklogKind.Incidents => "open incidents",
        _ => "cases that nobody attends to",
    };
}
