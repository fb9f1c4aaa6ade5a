using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SocialOps.Embedding.Tests.Shipping;

/// <summary>What a newcomer does: a new project in an empty folder, the packages, the lines of the README.</summary>
public sealed class FreshProjectTests(Packed packed) : IClassFixture<Packed>
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="SocialOps.Sqlite" Version="0.1.0" />
            <PackageReference Include="SocialOps.Hosting" Version="0.1.0" />
            <PackageReference Include="SocialOps.AgencyFile" Version="0.1.0" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task Run_TheLinesOfTheReadme_TakesACommentAndOpensACase()
    {
        using var folder = new TempFolder();
        await WriteAsync(folder);
        await Shell.DotnetAsync(folder.Path, "restore", "-v:q");
        await Shell.DotnetAsync(folder.Path, "build", "--no-restore", "-v:q", "-o", folder.File("out"));
        using var process = Process.Start(Start(folder))!;
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressAsync(process) };

            var accepted = await client.PostAsync(new Uri("/inbound", UriKind.Relative), new StringContent("""{"network":"instagram","id":"1","at":"2026-06-12T14:00:00Z","author":"anke","text":"Mein Paket kam kaputt an."}"""));
            var open = await OpenCasesAsync(client);

            accepted.StatusCode.Should().Be(HttpStatusCode.OK);
            open.Should().Be(1);
            (await client.GetStringAsync(new Uri("/health", UriKind.Relative))).Should().Be("Healthy");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    /// <summary>The guides on testing, stores and connectors, in a test project that has only the packages: every test of theirs is there and holds.</summary>
    [Fact]
    public async Task Test_TheFilesOfTheGuides_CompileAndHold()
    {
        using var folder = new TempFolder();
        await WriteSharedAsync(folder, ProjectOfTheGuide());
        var (samples, tests) = (Path.Combine(Packed.Root, "samples"), Path.Combine(Packed.Root, "tests", "SocialOps.Embedding.Tests"));
        var sources = Directory.GetFiles(Path.Combine(samples, "SocialOps.CustomStore"), "*.cs").Concat(Directory.GetFiles(Path.Combine(samples, "SocialOps.CustomConnector"), "*.cs"))
            .Append(Path.Combine(tests, "Samples", "JournalConformanceTests.cs")).Append(Path.Combine(tests, "Samples", "FolderConformanceTests.cs")).Append(Path.Combine(tests, "Guides", "FakeTimeTests.cs"));
        foreach (var source in sources)
        {
            File.Copy(source, folder.File(Path.GetFileName(source)));
        }

        await Shell.DotnetAsync(folder.Path, "restore", "-v:q");
        await Shell.DotnetAsync(folder.Path, "build", "--no-restore", "-v:q", "-o", folder.File("out"));
        var output = await Shell.DotnetAsync(folder.Path, folder.File("out/Fresh.dll"));

        output.Should().MatchRegex("Total: 1[0-9]{2}, Errors: 0, Failed: 0,");
    }

    /// <summary>The project file that docs/guides/testing.md shows.</summary>
    private static string ProjectOfTheGuide()
    {
        var guide = File.ReadAllText(Path.Combine(Packed.Root, "docs", "guides", "testing.md"));
        var start = guide.IndexOf("<Project", StringComparison.Ordinal);
        return guide[start..guide.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private async Task WriteAsync(TempFolder folder)
    {
        var samples = Path.Combine(Packed.Root, "samples");
        await WriteSharedAsync(folder, Project);
        foreach (var file in new[] { "Program.cs", "MyConnector.cs", "MyMail.cs" })
        {
            File.Copy(Path.Combine(samples, "SocialOps.Embed", file), folder.File(file));
        }

    }

    private async Task WriteSharedAsync(TempFolder folder, string project)
    {
        await File.WriteAllTextAsync(folder.File("Fresh.csproj"), project);
        File.Copy(Path.Combine(Packed.Root, "samples", "agencies", "studio-nord.yaml"), folder.File("agency.yaml"));

        // Our packages from the folder, everything else from where this machine has it; nothing of ours gets into the machine's cache.
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        await File.WriteAllTextAsync(folder.File("nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{folder.File("packages")}" /></config>
              <fallbackPackageFolders><add key="machine" value="{cache}" /></fallbackPackageFolders>
              <packageSources><add key="socialops" value="{packed.Path}" /></packageSources>
            </configuration>
            """);
    }

    private static ProcessStartInfo Start(TempFolder folder)
    {
        var start = Shell.Command(folder.Path, folder.File("out/Fresh.dll"));
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return start;
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        const string Mark = "Now listening on: ";
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var seen = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            seen.Add(line);
            if (line.Contains(Mark, StringComparison.Ordinal))
            {
                return new(line[(line.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..]);
            }
        }

        throw new InvalidOperationException(string.Join(Environment.NewLine, seen) + await process.StandardError.ReadToEndAsync(patience.Token));
    }

    private static async Task<int> OpenCasesAsync(HttpClient client)
    {
        for (var patience = 0; patience < 200; patience++)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(new Uri("/open", UriKind.Relative));
            if (page.GetArrayLength() is > 0 and var count)
            {
                return count;
            }

            await Task.Delay(50);
        }

        return 0;
    }
}
