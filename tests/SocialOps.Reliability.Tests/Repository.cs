namespace SocialOps.Reliability.Tests;

/// <summary>Where the sources are that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "SocialOps.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("SocialOps.sln is not above the tests.");
        }

        return folder;
    }
}
