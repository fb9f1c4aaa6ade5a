using System.CommandLine;
using SocialOps.Console.Commands;

namespace SocialOps.Console.Tests;

public sealed class DeadlineCommandTests
{
    private static readonly string Agency = Path.Combine(AppContext.BaseDirectory, "agencies", "studio-nord.yaml");

    [Fact]
    public async Task Deadline_OverAWeekend_IsOnMonday()
    {
        var (code, output, _) = await Run("--calendar", "office", "--from", "2026-03-27T14:30:00Z", "--budget", "1h");

        (code, output).Should().Be((0, "2026-03-30T07:30:00Z\n"));
    }

    [Theory]
    [InlineData("end", "2026-03-27T15:00:00Z\n")]
    [InlineData("next", "2026-03-30T07:00:00Z\n")]
    public async Task Deadline_AtClosing_FollowsTheBoundary(string boundary, string due)
        => (await Run("--calendar", "office", "--from", "2026-03-27T15:30:00+01:00", "--budget", "30 min", "--boundary", boundary)).Output.Should().Be(due);

    [Fact]
    public async Task Deadline_Explained_TellsEveryStretch()
    {
        var (_, output, _) = await Run("--calendar", "office", "--from", "2026-03-27T14:30:00Z", "--budget", "PT1H", "--explain");

        output.Should().StartWith("Due Mon 2026-03-30 09:30 (Europe/Berlin): 1 h counted").And.Contain(": weekend\n").And.Contain("Clock change: 2026-03-29 02:00 -> 2026-03-29 03:00");
    }

    [Fact]
    public async Task Deadline_InABatch_PrintsAnInstantALine()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "calendar,startUtc,minutes\noffice,2026-03-27T14:30:00Z,60\noffice,2026-03-27T14:30:00Z,999999999\nhome,2026-03-27T14:30:00Z,1\noffice,yesterday,1\noffice,2026-03-27T14:30:00Z,-1\n");

        var (code, output, errors) = await Run("--batch", file);

        File.Delete(file);
        code.Should().Be(1);
        output.Should().Be("2026-03-30T07:30:00Z\nnever\ninvalid\ninvalid\ninvalid\n");
        errors.Split('\n').Should().HaveCount(4).And.ContainMatch("line 4: *'home'*").And.ContainMatch("line 5: *'yesterday'*").And.ContainMatch("line 6: *'-1'*");
    }

    [Theory]
    [InlineData("--calendar", "home", "--from", "2026-03-27T14:30:00Z", "--budget", "1h")]
    [InlineData("--calendar", "office", "--from", "2026-03-27T14:30:00", "--budget", "1h")]
    [InlineData("--calendar", "office", "--from", "2026-03-27T14:30:00Z", "--budget", "1 day")]
    [InlineData("--calendar", "office")]
    public async Task Deadline_OfMistakenArguments_SaysSo(params string[] arguments)
    {
        var (code, _, errors) = await Run(arguments);

        code.Should().Be(1);
        errors.Should().NotBeEmpty();
    }

    private static async Task<(int Code, string Output, string Errors)> Run(params string[] arguments)
    {
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var root = new RootCommand { DeadlineCommand.Create() };
        var code = await root.Parse(["deadline", "--agency", Agency, .. arguments]).InvokeAsync(new() { Output = output, Error = errors }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), errors.ToString());
    }
}
