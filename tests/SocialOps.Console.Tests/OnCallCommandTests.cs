using System.Reflection;

namespace SocialOps.Console.Tests;

[CollectionDefinition("console", DisableParallelization = true)]
public sealed class OneConsole;

/// <summary>The commands about duty, called as a person calls them.</summary>
[Collection("console")]
public sealed class OnCallCommandTests
{
    private static readonly string Agency = Path.Combine(AppContext.BaseDirectory, "agencies", "studio-nord.yaml");

    private static (int Code, string Output) Run(params string[] arguments)
    {
        var (before, output) = (System.Console.Out, new StringWriter());
        System.Console.SetOut(output);
        try
        {
            var main = Assembly.Load("SocialOps.Console").EntryPoint!;
            return ((int)main.Invoke(null, [arguments])!, output.ToString());
        }
        finally
        {
            System.Console.SetOut(before);
        }
    }

    [Fact]
    public void OnCall_AtAnInstant_NamesWhoIsOnDuty()
        => Run("oncall", "--agency", Agency, "--schedule", "community", "--at", "2026-01-06T12:00:00Z").Should().Be((0, "lena" + Environment.NewLine));

    [Fact]
    public void OnCall_Explained_TellsTheAbsenceAndTheDeputy()
        => Run("oncall", "--agency", Agency, "--schedule", "community", "--at", "2026-08-12T12:00:00Z", "--explain").Output.Should().Contain("jonas is away: Sommerurlaub").And.Contain("lena stands in for jonas");

    [Fact]
    public void OnCall_Stretch_IsACalendarOfShifts()
        => Run("oncall", "--agency", Agency, "--schedule", "community", "--from", "2026-08-10T00:00:00Z", "--to", "2026-08-13T00:00:00Z").Output.Should().Contain("Tue 2026-08-11  00:00-24:00  lena");

    [Fact]
    public void OnCall_AsJson_IsReadable()
    {
        var (code, output) = Run("oncall", "--agency", Agency, "--schedule", "community", "--at", "2026-01-06T12:00:00Z", "--explain", "--json");
        code.Should().Be(0);
        using var json = System.Text.Json.JsonDocument.Parse(output);
        json.RootElement.GetProperty("onDuty")[0].GetString().Should().Be("lena");
        json.RootElement.GetProperty("because").GetArrayLength().Should().BeGreaterThan(0);
    }

    [Fact]
    public void OnCall_AsCalendar_IsAFeed()
        => Run("oncall", "--agency", Agency, "--schedule", "community", "--from", "2026-01-05T00:00:00Z", "--to", "2026-02-01T00:00:00Z", "--ics").Output.Should().StartWith("BEGIN:VCALENDAR").And.Contain("SUMMARY:On call: Lena Harms");

    [Fact]
    public void OnCall_UnknownSchedule_NamesThoseThereAre() => Run("oncall", "--agency", Agency, "--schedule", "nights", "--at", "2026-01-06T12:00:00Z").Code.Should().Be(1);

    [Fact]
    public void Coverage_OfAMonth_ProvesAndDraws()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".svg");
        var (_, output) = Run("coverage", "--agency", Agency, "--from", "2026-01-12T00:00:00Z", "--to", "2026-01-19T00:00:00Z", "--svg", file);
        output.Should().Contain("community (Europe/Berlin)").And.Contain("Proved from 2026-01-12T00:00:00Z to 2026-01-19T00:00:00Z");
        File.ReadAllText(file).Should().StartWith("<svg");
        File.Delete(file);
    }

    [Fact]
    public void Lint_OfTheSample_FindsNoMistake() => Run("lint", Agency, "--from", "2026-01-01T00:00:00Z").Should().Match<(int Code, string Output)>(run => run.Code == 0 && run.Output.Contains("0 mistake(s)"));
}
