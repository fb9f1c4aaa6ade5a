namespace SocialOps.Tests;

/// <summary>The pages under docs/concepts.</summary>
internal static class ConceptPage
{
    public static string Read(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SocialOps.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return File.ReadAllText(Path.Combine(folder, "docs", "concepts", name)).ReplaceLineEndings("\n");
    }
}
