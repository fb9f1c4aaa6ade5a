using System.Reflection;

namespace SocialOps.Architecture.Tests;

/// <summary>Which package may see which. Arrows run downward only.</summary>
public sealed class AssemblyReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["SocialOps"] = ["NodaTime", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options"],
        ["SocialOps.AgencyFile"] = ["SocialOps", "NodaTime", "YamlDotNet", "Microsoft.Extensions.DependencyInjection.Abstractions"],
        ["SocialOps.Hosting"] = ["SocialOps", "NodaTime", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options", "Microsoft.Extensions.Hosting.Abstractions", "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions"],
        ["SocialOps.Relational"] = ["SocialOps", "NodaTime", "Microsoft.Extensions.Logging.Abstractions"],
        ["SocialOps.Sqlite"] = ["SocialOps", "SocialOps.Relational", "NodaTime", "Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "SQLitePCLRaw.batteries_v2", "Microsoft.Extensions.Options", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions"],
        ["SocialOps.PostgreSql"] = ["SocialOps", "SocialOps.Relational", "NodaTime", "Npgsql", "Microsoft.Extensions.Options", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions"],
        ["SocialOps.Testing"] = ["SocialOps", "NodaTime"],
    };

    public static TheoryData<string> Packages() => [.. Directory.GetDirectories(Path.Combine(RepositoryRoot.Path, "src")).Where(d => Directory.GetFiles(d, "*.csproj").Length > 0).Select(d => Path.GetFileName(d)!)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void References_OfAPackage_RunDownwardOnly(string package)
    {
        var references = Assembly.Load(package).GetReferencedAssemblies().Select(r => r.Name!).Where(n => !n.StartsWith("System", StringComparison.Ordinal) && n != "netstandard");

        references.Should().BeSubsetOf(Allowed[package], "that is what the architecture lets {0} see", package);
    }
}
