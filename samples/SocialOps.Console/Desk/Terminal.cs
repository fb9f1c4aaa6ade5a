using Spectre.Console;

namespace SocialOps.Console.Desk;

/// <summary>Where people read: errors stand beside the output, so that a machine can read the output alone.</summary>
internal static class Terminal
{
    public static IAnsiConsole Errors { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
}
