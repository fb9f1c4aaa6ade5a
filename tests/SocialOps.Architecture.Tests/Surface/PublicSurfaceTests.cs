using System.Reflection;

namespace SocialOps.Architecture.Tests.Surface;

/// <summary>What users can see changes by decision only: each package's public surface is a text beside this test, and its change a diff in the commit.</summary>
public sealed class PublicSurfaceTests
{
    public static TheoryData<string> Packages() => [.. AllPackages];

    internal static IEnumerable<string> AllPackages { get; } = Directory.GetDirectories(Path.Combine(RepositoryRoot.Path, "src"))
        .Where(d => Directory.GetFiles(d, "*.csproj").Length > 0).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);

    /// <summary>After a wanted change: <c>SOCIALOPS_WRITE=1 dotnet test tests/SocialOps.Architecture.Tests</c> writes the texts anew.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void Surface_OfAPackage_IsTheCommittedOne(string package)
    {
        var file = Path.Combine(RepositoryRoot.Path, "tests", "SocialOps.Architecture.Tests", "Surface", "Texts", $"{package}.txt");
        var now = PublicSurface.Print(Assembly.Load(package));
        if (Environment.GetEnvironmentVariable("SOCIALOPS_WRITE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, now);
        }

        var committed = File.Exists(file) ? File.ReadAllText(file) : "";
        var difference = SurfaceDifference.Of(committed, now);

        Assert.True(difference.Count == 0, $"""
            The public surface of {package} is not the committed one:
            {string.Join(Environment.NewLine, difference)}
            If that is wanted: SOCIALOPS_WRITE=1 dotnet test tests/SocialOps.Architecture.Tests, and commit {Path.GetRelativePath(RepositoryRoot.Path, file)} with the change.
            """);
        now.Should().Be(committed);
    }
}
