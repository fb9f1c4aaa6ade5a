using Spectre.Console;

namespace SocialOps.Console.Desk;

/// <summary>Where a command keeps its file.</summary>
internal static class Databases
{
    /// <summary>The file of <c>--db</c>, or a fresh one in a folder of its own.</summary>
    /// <returns><see langword="null"/> when its directory is missing; that was printed.</returns>
    public static string? Locate(string? given, string name)
    {
        if (given is null)
        {
            return Path.Combine(Directory.CreateTempSubdirectory("socialops-").FullName, $"{name}.db");
        }

        var directory = Path.GetDirectoryName(Path.GetFullPath(given));
        if (Directory.Exists(given) || !Directory.Exists(directory))
        {
            Terminal.Errors.WriteLine(Directory.Exists(given)
                ? $"--db {given}: that is a directory. Name a file in it."
                : $"--db {given}: the directory '{directory}' does not exist. Make it, or name a file elsewhere.");
            return null;
        }

        return given;
    }
}
