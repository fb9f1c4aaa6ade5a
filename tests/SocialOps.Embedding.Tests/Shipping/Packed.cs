using System.Reflection;

namespace SocialOps.Embedding.Tests.Shipping;

/// <summary>The packages of what was built, packed once.</summary>
public sealed class Packed : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    public static string Root { get; } = FindRoot();

    public string Path => _folder.Path;

    public async ValueTask InitializeAsync()
    {
        var configuration = typeof(Packed).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        await Shell.DotnetAsync(Root, "msbuild", "eng/packages.proj", "-nologo", "-v:q", $"-p:Configuration={configuration}", "-p:NoBuild=true", $"-p:To={Path}/");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "SocialOps.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
