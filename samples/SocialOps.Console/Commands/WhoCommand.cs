using System.CommandLine;
using SocialOps.AgencyFiles;
using SocialOps.Console.Desk;
using SocialOps.Console.Help;
using SocialOps.Console.OnCall;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.ServicePackages;

namespace SocialOps.Console.Commands;

/// <summary><c>who</c>: who is responsible, then, for this, and why.</summary>
internal static class WhoCommand
{
    private static readonly Option<FileInfo> Agency = new Option<FileInfo>("--agency") { Description = "The agency file.", Required = true }.AcceptExistingOnly();
    private static readonly Option<string> Client = new("--client") { Description = "The client's name in the file.", Required = true };
    private static readonly Option<string?> Activity = new("--activity") { Description = "The activity, e.g. copy; all of them without it." };
    private static readonly Option<string?> At = new("--at") { Description = "When, e.g. 2026-08-05T18:00:00Z; now without it." };
    private static readonly Option<ContentKind?> Kind = new("--kind") { Description = "For content of this kind: ClientStory, General, IndustryNews." };
    private static readonly Option<string?> Phase = new("--phase") { Description = "In this phase; that of the day without it." };

    public static Command Create()
    {
        var command = new DescribedCommand("who", "Says who is responsible for an activity, and why.", """
            who --agency studio-nord.yaml --client radhaus --activity community-management --at 2026-08-05T18:00:00Z
            who --agency studio-nord.yaml --client kornblume                            (the whole matrix)
            """) { Agency, Client, Activity, At, Kind, Phase };
        command.SetAction((result, _) => Guarded.RunAsync(() => Task.FromResult(Run(result, result.InvocationConfiguration.Output))));
        return command;
    }

    private static int Run(ParseResult arguments, TextWriter output)
    {
        var agency = new AgencySnapshot(AgencyFile.Load(arguments.GetValue(Agency)!.FullName), 1);
        var client = Named.Client(agency.Definition, arguments.GetValue(Client)!);
        var at = arguments.GetValue(At) is { } text ? Given.Instant("--at", text) : SystemTime.Now();
        ResponsibilityAnswer Ask(ActivityId activity) => agency.Resolve(new(client.Id, activity, arguments.GetValue(Kind), arguments.GetValue(Phase)), at);
        if (arguments.GetValue(Activity) is { } name)
        {
            output.WriteLine(Ask(Named.Activity(agency.Definition, name)));
            return ExitCode.Done;
        }

        output.WriteLine($"{client.Name} at {at}");
        output.WriteLine($"{"activity",-22}{"owner",-28}{"control",-28}deputy");
        foreach (var answer in Activities.Catalogue.Concat(agency.Definition.Activities.Select(a => a.Id)).Distinct().Select(Ask))
        {
            output.WriteLine($"{answer.Question.Activity,-22}{answer.Owner?.ToString() ?? "-",-28}{answer.Control?.ToString() ?? "-",-28}{answer.Deputy?.ToString() ?? "-"}");
        }

        return ExitCode.Done;
    }
}
