using System.CommandLine;
using NodaTime;
using SocialOps.AgencyFiles;
using SocialOps.Console.Desk;
using SocialOps.Console.Help;
using SocialOps.Console.OnCall;
using SocialOps.Definitions;
using SocialOps.Readiness;
using Spectre.Console;

namespace SocialOps.Console.Commands;

/// <summary><c>readiness</c>: whether agreements may go live, and what is missing.</summary>
internal static class ReadinessCommand
{
    private static readonly Option<FileInfo> Agency = new Option<FileInfo>("--agency") { Description = "The agency file.", Required = true }.AcceptExistingOnly();
    private static readonly Option<string?> Client = new("--client") { Description = "Only this client." };
    private static readonly Option<string?> At = new("--at") { Description = "As of this instant, e.g. 2026-08-05T18:00:00Z; now without it." };
    private static readonly Option<int> Days = new("--days") { Description = "How many days ahead the promises are proved.", DefaultValueFactory = _ => 365 };

    public static Command Create()
    {
        var command = new DescribedCommand("readiness", "Says whether each client's agreement may go live: every check, each failure with its remedy. Exit code 1 where one fails.", "readiness --agency studio-nord.yaml") { Agency, Client, At, Days };
        command.SetAction((result, _) => Guarded.RunAsync(() => Task.FromResult(Run(result))));
        return command;
    }

    private static int Run(ParseResult arguments)
    {
        Terminal.KeepLines();
        var agency = new AgencySnapshot(AgencyFile.Load(arguments.GetValue(Agency)!.FullName), 1);
        var at = arguments.GetValue(At) is { } text ? Given.Instant("--at", text) : SystemTime.Now();
        var days = arguments.GetValue(Days) is >= 1 and <= 3_650 and var given ? given : throw new InvalidDefinitionException([Finding.Error("--days", $"{arguments.GetValue(Days)} is no number of days ahead; write 1 to 3650.")]);
        var clients = arguments.GetValue(Client) is { } name ? [Named.Client(agency.Definition, name)] : agency.Definition.Clients;
        var reports = clients.Select(c => ReadinessChecks.Run(new() { Agency = agency, Client = c, Now = at, Horizon = Duration.FromDays(days) })).ToList();
        foreach (var report in reports)
        {
            AnsiConsole.MarkupLineInterpolated($"[bold]{report.Client}[/]: {(report.IsReady ? "ready" : "not ready")}");
            foreach (var result in report.Results)
            {
                var colour = result.Verdict switch { ReadinessVerdict.Passed => "green", ReadinessVerdict.Warning => "yellow", _ => "red" };
                AnsiConsole.MarkupLine($"  [{colour}]{result.Verdict.ToString().ToLowerInvariant(),-8}[/]{result.Check,-18}{Markup.Escape(result.What)}{(result.Remedy is null ? "" : $" -> {Markup.Escape(result.Remedy)}")}");
            }
        }

        return reports.All(r => r.IsReady) ? ExitCode.Done : ExitCode.Mistakes;
    }
}
