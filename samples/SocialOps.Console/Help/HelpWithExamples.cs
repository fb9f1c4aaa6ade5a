using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SocialOps.Console.Help;

/// <summary>The usual help, and after it a command's examples and the exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction usual, string rootExamples) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    /// <summary>Gives a root command this help, and errors that name the help instead of printing it.</summary>
    public static void AddTo(RootCommand root, string examples)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpWithExamples((HelpAction)option.Action!, examples);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command is DescribedCommand described ? described.Examples : rootExamples;
        parseResult.InvocationConfiguration.Output.WriteLine($"""
            Examples:
              {examples.ReplaceLineEndings($"{Environment.NewLine}  ")}

            Exit codes:
              0  done
              1  the arguments, the agency file or the inbox cannot be used; every mistake was printed
              2  the database, a file or the disk failed, or it was stopped; start it again
            """);
        return code;
    }
}
