using SocialOps.Console.Tests.Processes;

namespace SocialOps.Console.Tests.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData("weekend")]
    [InlineData("run")]
    [InlineData("live")]
    [InlineData("triage")]
    [InlineData("approve")]
    [InlineData("check")]
    [InlineData("deadline")]
    [InlineData("oncall")]
    [InlineData("coverage")]
    [InlineData("lint")]
    [InlineData("work")]
    [InlineData("verify")]
    public async Task Help_OfACommand_ShowsAnExampleAndTheExitCodes(string command)
    {
        var result = await ConsoleProcess.RunAsync(command, "--help");

        result.ExitCode.Should().Be(0);
        result.Output.Should().Contain($"Examples:{Environment.NewLine}  {command} ").And.Contain("Exit codes:").And.Contain("  2  the database, a file or the disk failed");
    }

    [Fact]
    public async Task Help_OfTheRoot_ListsEveryCommandOnOneLine()
    {
        var result = await ConsoleProcess.RunAsync("--help");

        result.Output.Split('\n').Should().Contain(l => l.TrimStart().StartsWith("check <file>", StringComparison.Ordinal)).And.Contain(l => l.Contains("  weekend ", StringComparison.Ordinal));
        result.Output.Should().Contain("Examples:");
    }

    [Fact]
    public async Task Check_SampleAgency_CanBeUsed()
    {
        var result = await ConsoleProcess.RunAsync("check", ConsoleProcess.SampleAgency);

        result.ExitCode.Should().Be(0);
        result.Output.Should().StartWith("studio-nord.yaml can be used.").And.NotContain("\u001b");
    }
}
