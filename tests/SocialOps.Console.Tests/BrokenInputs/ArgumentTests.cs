using SocialOps.Console.Tests.Inboxes;
using SocialOps.Console.Tests.Processes;

namespace SocialOps.Console.Tests.BrokenInputs;

public sealed class ArgumentTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ArgumentTests() => File.WriteAllText(_folder.File("in.jsonl"), InboxText.Line("1", NodaTime.Instant.FromUtc(2026, 2, 3, 9, 0), "Vielen Dank!") + "\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_SeveralWrongArguments_NamesEachWithTheWayOut()
    {
        var result = await RunAsync("--from", "yesterday", "--to", "2026-13-01T00:00:00Z", "--team", "nonsense", "--client", "nobody");

        result.ExitCode.Should().Be(1);
        Lines(result.Errors).Should().Equal(
            "--from yesterday: write an instant as 2026-01-09T15:00:00Z.",
            "--to 2026-13-01T00:00:00Z: write an instant as 2026-01-09T15:00:00Z.",
            "--team nonsense: write a length of time such as PT20M, or silent.",
            "--client nobody: the agency has radhaus, kornblume.");
        result.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_DatabaseInMissingDirectory_SaysSo()
    {
        var result = await RunAsync("--db", _folder.File("none/a.db"));

        result.ExitCode.Should().Be(1);
        Lines(result.Errors).Should().Equal($"--db {_folder.File("none/a.db")}: the directory '{_folder.File("none")}' does not exist. Make it, or name a file elsewhere.");
    }

    [Fact]
    public async Task Run_MissingInbox_NamesItAndTheHelp()
    {
        var result = await ConsoleProcess.RunAsync("run", "--agency", ConsoleProcess.SampleAgency, "--inbox", _folder.File("none.jsonl"));

        result.ExitCode.Should().Be(1);
        Lines(result.Errors).Should().Equal($"File does not exist: '{_folder.File("none.jsonl")}'.", "'run --help' shows how it is used.");
        result.Output.Trim().Should().BeEmpty();
    }

    [Fact]
    public async Task Run_EmptyInbox_EndsWithASummaryOfNothing()
    {
        File.WriteAllText(_folder.File("in.jsonl"), "");

        var result = await RunAsync("--json");

        result.ExitCode.Should().Be(0);
        Lines(result.Errors).Should().Equal("in.jsonl: no line of it was taken; it is empty, or --from and --to leave nothing.");
        result.Json.GetProperty("items").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task Run_FromAndTo_TakesOnlyTheLinesBetween()
    {
        var lines = Enumerable.Range(1, 5).Select(d => InboxText.Line($"{d}", NodaTime.Instant.FromUtc(2026, 2, d, 9, 0), "Schönes Wetter."));
        File.WriteAllLines(_folder.File("in.jsonl"), lines);

        var result = await RunAsync("--from", "2026-02-02T09:00:00Z", "--to", "2026-02-04T09:00:00Z", "--json");

        result.Json.GetProperty("items").GetInt32().Should().Be(2);
    }

    [Fact]
    public async Task Run_BrokenAgencyFile_TellsEveryMistakeWithItsPlaceAndTheWayOut()
    {
        var broken = File.ReadAllText(ConsoleProcess.SampleAgency)
            .Replace("tell: on duty, schedule: community", "tell: on duty, schedule: comunity", StringComparison.Ordinal)
            .Replace("zone: Europe/Berlin", "zone: Europe/Berlinn", StringComparison.Ordinal)
            .Replace("package: einsteiger,", "package: einstiger,", StringComparison.Ordinal);
        File.WriteAllText(_folder.File("agency.yaml"), broken);

        var result = await ConsoleProcess.RunAsync("run", "--agency", _folder.File("agency.yaml"), "--inbox", _folder.File("in.jsonl"), "--json");

        result.ExitCode.Should().Be(1);
        result.Output.Should().BeEmpty();
        Lines(result.Errors)[0].Should().EndWith("mistake(s); nothing was taken:");
        Lines(result.Errors).Should().ContainSingle(l => l.StartsWith("(7,7): error: ", StringComparison.Ordinal)).Which.Should().Contain("Europe/Berlinn").And.Contain("Europe/Berlin'");
        Lines(result.Errors).Should().ContainSingle(l => l.Contains("'comunity'", StringComparison.Ordinal)).Which.Should().MatchRegex(@"^\(\d+,\d+\): error: .*did you mean 'community'\?$");
        Lines(result.Errors).Should().ContainSingle(l => l.Contains("'einstiger'", StringComparison.Ordinal)).Which.Should().MatchRegex(@"^\(\d+,\d+\): error: .*did you mean 'einsteiger'\?$");
    }

    [Fact]
    public async Task Run_WithoutAgency_NamesTheOption()
    {
        var result = await ConsoleProcess.RunAsync("run", "--inbox", _folder.File("in.jsonl"));

        result.ExitCode.Should().Be(1);
        Lines(result.Errors).Should().Equal("Option '--agency' is required.", "'run --help' shows how it is used.");
    }

    private Task<ConsoleResult> RunAsync(params string[] more)
        => ConsoleProcess.RunAsync(["run", "--agency", ConsoleProcess.SampleAgency, "--inbox", _folder.File("in.jsonl"), .. more]);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
