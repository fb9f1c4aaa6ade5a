using Spectre.Console;

namespace SocialOps.Console.Desk;

/// <summary>Where people read: errors stand beside the output, so that a machine can read the output alone.</summary>
internal static class Terminal
{
    private const int FileWidth = 100;
    private const int Endless = int.MaxValue / 2;

    public static IAnsiConsole Errors { get; } = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });

    /// <summary>What goes to a file or a pipe is plain text, and a message there is one line.</summary>
    public static void Prepare()
    {
        if (System.Console.IsOutputRedirected)
        {
            MakePlain(AnsiConsole.Profile, FileWidth);
        }

        if (System.Console.IsErrorRedirected)
        {
            MakePlain(Errors.Profile, Endless);
        }
    }

    /// <summary>Lists for machines too, such as findings: in a file or a pipe each stays on its line.</summary>
    public static void KeepLines()
    {
        if (System.Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = Endless;
        }
    }

    private static void MakePlain(Profile profile, int width)
    {
        profile.Width = width;
        profile.Capabilities.Ansi = false;
        profile.Capabilities.Links = false;
        profile.Capabilities.Interactive = false;
        profile.Capabilities.ColorSystem = ColorSystem.NoColors;
    }
}
