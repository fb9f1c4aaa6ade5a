using System.CommandLine;
using System.Globalization;
using SocialOps.Console.Desk;
using SocialOps.Console.Help;
using Spectre.Console;

namespace SocialOps.Console.Commands;

/// <summary><c>verify</c>: whether what must always hold does hold.</summary>
internal static class VerifyCommand
{
    private const int Listed = 1000;

    public static Command Create()
    {
        var command = new DescribedCommand("verify", "Checks the invariants of a file, a sentence for each violation. Reads only. Exit code 0: all hold; 1: some do not.", "verify --db shop.db") { OpenedFile.Option };
        command.SetAction((result, cancellation) => Guarded.RunAsync(() => VerifyAsync(result.GetValue(OpenedFile.Option)!, cancellation)));
        return command;
    }

    private static async Task<int> VerifyAsync(FileInfo file, CancellationToken cancellationToken)
    {
        Terminal.KeepLines();
        await using var opened = new OpenedFile(file);
        var report = await opened.Ops.Invariants.CheckAsync(Listed, cancellationToken);
        foreach (var violation in report.Violations)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{violation}[/]");
        }

        if (report.Found > report.Violations.Count)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"... and {report.Found - report.Violations.Count:N0} more.");
        }

        var looked = string.Join(", ", report.Checked.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value:N0} {c.Key}")));
        AnsiConsole.MarkupLine(report.Holds ? "[green]All invariants hold.[/]" : string.Create(CultureInfo.InvariantCulture, $"[red]{report.Found:N0} violation(s).[/]"));
        AnsiConsole.WriteLine($"Looked at: {looked}.");
        return report.Holds ? ExitCode.Done : ExitCode.Mistakes;
    }
}
