using System.Runtime.CompilerServices;

namespace SocialOps.AgencyFiles.Tests;

/// <summary>The repository's own files, found from this source file or from the built assembly upwards.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory) ?? Find(Path.GetDirectoryName(ThisFile())!) ?? throw new InvalidOperationException("SocialOps.sln is not above the tests.");

    public static string Sample => Path.Combine(Root, "samples", "agencies", "studio-nord.yaml");

    public static string Schema => Path.Combine(Root, "samples", "agencies", "agency.schema.json");

    private static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SocialOps.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
