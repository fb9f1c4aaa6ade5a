namespace SocialOps.Tests.Publishing;

public sealed class EditorialModelTests
{
    private static readonly int Histories = Environment.GetEnvironmentVariable("SOCIALOPS_TEST_ALL") == "1" ? 5_000 : 60;

    /// <summary>No path sends without a yes to exactly the bytes sent.</summary>
    [Fact]
    [Requirement("0.7")]
    public async Task Send_AfterRandomCommands_OnlyWhatSomebodySaidYesTo()
    {
        var sent = 0;
        for (var seed = 0; seed < Histories; seed++)
        {
            await using var ops = await EditorialOps.StartAsync();
            sent += await EditorialModel.RunAsync(ops, seed, 60);
        }

        sent.Should().BeGreaterThan(Histories, "histories in which nothing is sent prove nothing");
        TestContext.Current.TestOutputHelper?.WriteLine($"{Histories} histories, {sent} sends");
    }
}
