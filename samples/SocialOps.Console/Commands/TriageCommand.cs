using System.CommandLine;
using SocialOps.AgencyFiles;
using SocialOps.Console.Desk;
using SocialOps.Console.Help;
using SocialOps.Console.Triages;
using SocialOps.Definitions;
using SocialOps.ServicePackages;
using Spectre.Console;

namespace SocialOps.Console.Commands;

/// <summary><c>triage</c>: what the policies make of an inbox, without taking it in.</summary>
internal static class TriageCommand
{
    private static readonly Option<FileInfo> Agency = new Option<FileInfo>("--agency") { Description = "The agency file.", Required = true }.AcceptExistingOnly();
    private static readonly Option<FileInfo> Inbox = new Option<FileInfo>("--inbox") { Description = "The inbox: one JSON object a line.", Required = true }.AcceptExistingOnly();
    private static readonly Option<string?> Explain = new("--explain") { Description = "Only the item with this id: every rule, guard and pattern, who is responsible by the matrix, and why." };
    private static readonly Option<FileInfo?> Against = new Option<FileInfo?>("--against") { Description = "Another version of the agency file: which items it would treat otherwise." };
    private static readonly Option<bool> Json = new("--json") { Description = "As JSON." };

    public static Command Create()
    {
        var command = new DescribedCommand("triage", "Shows what the policies make of an inbox: labels, what is done, and why. Nothing is stored or sent.", """
            triage --agency studio-nord.yaml --inbox tweets.jsonl
            triage --agency studio-nord.yaml --inbox tweets.jsonl --explain 601149865188564992
            triage --agency new.yaml --inbox tweets.jsonl --against studio-nord.yaml    (what would change)
            """)
        {
            Agency, Inbox, RunArguments.ClientOption, Explain, Against, Json,
        };
        command.SetAction((result, cancellation) => Guarded.RunAsync(() => RunAsync(result, result.InvocationConfiguration.Output, cancellation)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, TextWriter output, CancellationToken cancellationToken)
    {
        var agency = Load(given.GetValue(Agency)!);
        if (RunArguments.FindClient(agency.Definition, given.GetValue(RunArguments.ClientOption)) is not { } client)
        {
            return ExitCode.Mistakes;
        }

        var against = given.GetValue(Against) is { } other ? Load(other) : null;
        var report = new TriageReport(agency, against, client);
        var wanted = given.GetValue(Explain);
        await foreach (var line in InboxFile.ReadAsync(given.GetValue(Inbox)!.FullName, cancellationToken))
        {
            if (report.Add(line) is { } item && item.ExternalId == wanted)
            {
                var responsible = agency.Resolve(new(item.Client, Activities.CommunityManagement), line.At ?? SystemTime.Now());
                TriagePages.WriteTrace(output, item, responsible, given.GetValue(Json));
                return ExitCode.Done;
            }
        }

        if (wanted is not null)
        {
            Terminal.Errors.WriteLine($"--explain {wanted}: no line of {given.GetValue(Inbox)!.Name} has this id.");
            return ExitCode.Mistakes;
        }

        TriagePages.WriteSummary(output, report, given.GetValue(Json));
        return ExitCode.Done;
    }

    private static AgencySnapshot Load(FileInfo file) => new(AgencyFile.Load(file.FullName), 1);
}
