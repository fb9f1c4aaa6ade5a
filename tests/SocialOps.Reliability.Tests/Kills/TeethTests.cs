namespace SocialOps.Reliability.Tests.Kills;

/// <summary>Planted bugs: whoever checks histories must find them.</summary>
public sealed class TeethTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("acknowledges first", "lost: ")]
    [InlineData("commit keeps nothing", "lost: ")]
    [InlineData("resends blindly", "doubled: ")]
    [InlineData("timeout is not sent", "doubled: ")]
    [InlineData("forgets the next step", "clock: ")]
    public async Task History_OfAWorkerWithAPlantedBug_IsBroken(string bug, string found)
    {
        var report = await KillRun.RunAsync("sqlite", 120, longest: null, seed: 1, bug, output.WriteLine, found);

        report.Broken.Should().Contain(b => b.Contains(found, StringComparison.Ordinal), "'{0}' was planted", bug);
    }
}
