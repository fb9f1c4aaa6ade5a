using System.CommandLine;
using System.CommandLine.Invocation;
using SocialOps.Console.Commands;
using SocialOps.Console.Desk;
using SocialOps.Console.Help;

Terminal.Prepare();
var root = new RootCommand("SocialOps, tried quickly. Without a command: the weekend.");
root.Subcommands.Add(WeekendCommand.Create());
root.Subcommands.Add(RunCommand.Create());
root.Subcommands.Add(LiveCommand.Create());
root.Subcommands.Add(TriageCommand.Create());
root.Subcommands.Add(ApproveCommand.Create());
root.Subcommands.Add(CheckCommand.Create());
root.Subcommands.Add(DeadlineCommand.Create());
root.Subcommands.Add(OnCallCommand.Create());
root.Subcommands.Add(WhoCommand.Create());
root.Subcommands.Add(ReadinessCommand.Create());
root.Subcommands.Add(CapacityCommand.Create());
root.Subcommands.Add(ReportCommand.Create());
root.Subcommands.Add(CoverageCommand.Create());
root.Subcommands.Add(LintCommand.Create());
root.Subcommands.Add(WorkCommand.Create());
root.Subcommands.Add(VerifyCommand.Create());
root.Subcommands.Add(AuditCommand.Create());
HelpWithExamples.AddTo(root, """
    SocialOps.Console                                             the story of the Friday complaint
    SocialOps.Console approve                                     a post, from the first draft to the network
    SocialOps.Console run --agency studio-nord.yaml --inbox in.jsonl --json
    SocialOps.Console live --agency studio-nord.yaml --inbox in.jsonl
    SocialOps.Console check studio-nord.yaml
    SocialOps.Console deadline --agency studio-nord.yaml --calendar office --from 2026-03-27T16:30:00Z --budget 4h --explain
    SocialOps.Console oncall --agency studio-nord.yaml --schedule community --at 2026-08-05T18:00:00Z --explain
    SocialOps.Console verify --db shop.db
    """);
var arguments = root.Parse(args.Length == 0 ? ["weekend"] : args);
if (arguments.Action is ParseErrorAction error)
{
    error.ShowHelp = false;
    var code = await arguments.InvokeAsync();
    var command = arguments.CommandResult.Command;
    Console.Error.WriteLine($"'{(command == root ? "" : command.Name + " ")}--help' shows how it is used.");
    return code;
}

return await arguments.InvokeAsync();
