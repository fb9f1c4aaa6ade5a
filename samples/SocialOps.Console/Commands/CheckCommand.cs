using System.CommandLine;
using SocialOps.AgencyFiles;
using SocialOps.Console.Desk;
using SocialOps.Console.Help;
using Spectre.Console;

namespace SocialOps.Console.Commands;

/// <summary><c>check</c>: the findings of an agency file.</summary>
internal static class CheckCommand
{
    private static readonly Argument<FileInfo> File = new Argument<FileInfo>("file") { Description = "The agency file." }.AcceptExistingOnly();

    public static Command Create()
    {
        var command = new DescribedCommand("check", "Checks an agency file and prints every finding with its line and column.", "check studio-nord.yaml") { File };
        command.SetAction((result, _) => Guarded.RunAsync(() => Task.FromResult(Check(result.GetValue(File)!))));
        return command;
    }

    private static int Check(FileInfo file)
    {
        Terminal.KeepLines();
        var result = AgencyFile.ReadFile(file.FullName);
        foreach (var finding in result.Findings)
        {
            var colour = finding.Severity == FindingSeverity.Error ? "red" : "yellow";
            AnsiConsole.MarkupLine($"{Markup.Escape(file.Name)}[{colour}]{Markup.Escape(finding.ToString())}[/]");
        }

        var errors = result.Findings.Count(f => f.Severity == FindingSeverity.Error);
        AnsiConsole.MarkupLine(errors == 0
            ? $"[green]{Markup.Escape(file.Name)} can be used.[/] {result.Findings.Count} warning(s)."
            : $"[red]{errors} mistake(s)[/], {result.Findings.Count - errors} warning(s).");
        return errors == 0 ? ExitCode.Done : ExitCode.Mistakes;
    }
}
