using SocialOps.Console.Tests.Processes;

namespace SocialOps.Console.Tests.Commands;

public sealed class ApproveTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Approve_TheStory_IsStaleAfterAnEditAndSentOnceOnAnApprovalOfTheNewBytes()
    {
        var result = await ConsoleProcess.RunAsync("approve", "--db", _folder.File("post.db"));
        var told = string.Join(' ', result.Output.Split('\n').Select(l => l.Trim())).Replace("  ", " ", StringComparison.Ordinal);
        var verified = await ConsoleProcess.RunAsync("verify", "--db", _folder.File("post.db"));

        result.ExitCode.Should().Be(0, result.Output + result.Errors);
        told.Should().MatchRegex("not ready: 'günstigsten' must not be said")
            .And.MatchRegex("Mehmet approves it himself: mehmet is no approver")
            .And.MatchRegex("does not count: decided on [0-9a-f]{8}, current is [0-9a-f]{8}")
            .And.MatchRegex("\"Freigegeben, aber bitte ohne das Bild!\" - for people to read")
            .And.MatchRegex("already decided by Inga Petersen, Inhaberin, Wed 13:50")
            .And.MatchRegex("Mehmet sends it once more: Publication [0-9a-f]+: is Published")
            .And.MatchRegex("2 posts were approved and sent, each once; an hour later it is still 2");
        verified.Output.Should().StartWith("All invariants hold.", verified.Output + verified.Errors);
    }

    [Fact]
    public async Task Approve_FileThatIsThere_IsLeftAlone()
    {
        await File.WriteAllTextAsync(_folder.File("post.db"), "mine");

        var result = await ConsoleProcess.RunAsync("approve", "--db", _folder.File("post.db"));

        (result.ExitCode, await File.ReadAllTextAsync(_folder.File("post.db"))).Should().Be((1, "mine"));
    }
}
