namespace SocialOps.Console.Desk;

/// <summary>Where a run without <c>--db</c> keeps its file.</summary>
internal static class Databases
{
    public static string Fresh(string name)
        => Path.Combine(Directory.CreateTempSubdirectory("socialops-").FullName, $"{name}.db");
}
