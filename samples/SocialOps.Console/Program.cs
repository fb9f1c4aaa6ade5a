using System.CommandLine;
using SocialOps.Console.Commands;

var root = new RootCommand("""
    SocialOps, tried quickly. Without a command: the weekend.

    Examples:
      SocialOps.Console                                             the story of the Friday complaint
      SocialOps.Console run --agency studio-nord.yaml --inbox in.jsonl --json
      SocialOps.Console live --agency studio-nord.yaml --inbox in.jsonl
      SocialOps.Console check studio-nord.yaml
    """);
var weekend = WeekendCommand.Create();
root.Subcommands.Add(weekend);
root.Subcommands.Add(RunCommand.Create());
root.Subcommands.Add(LiveCommand.Create());
root.Subcommands.Add(CheckCommand.Create());
return await root.Parse(args.Length == 0 ? ["weekend"] : args).InvokeAsync();
