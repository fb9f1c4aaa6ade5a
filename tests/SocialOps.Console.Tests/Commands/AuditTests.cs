using Microsoft.Data.Sqlite;
using SocialOps.Console.Tests.Inboxes;
using SocialOps.Console.Tests.Processes;

namespace SocialOps.Console.Tests.Commands;

public sealed class AuditTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Database => _folder.File("a.db");

    private string Export => _folder.File("audit.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Audit_FileOfARun_IsWholeAndItsExportToo()
    {
        await RunAsync();

        var verified = await ConsoleProcess.RunAsync("audit", "--db", Database, "--export", Export);
        var head = verified.Output.Split('\n').Single(l => l.StartsWith("Head: ", StringComparison.Ordinal))["Head: ".Length..].Trim();
        var checkedExport = await ConsoleProcess.RunAsync("audit", "--check", Export, "--anchor", head);

        verified.ExitCode.Should().Be(0, verified.Output + verified.Errors);
        verified.Output.Should().MatchRegex(@"^\d+ event\(s\), 0 not sealed yet\. The sealed ones are what was sealed\.");
        checkedExport.ExitCode.Should().Be(0, checkedExport.Output + checkedExport.Errors);
    }

    [Fact]
    public async Task Audit_ReasonWasChanged_NamesTheEvent()
    {
        await RunAsync();
        using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE so_audit_event SET detail = 'Nothing happened.' WHERE seq = 17";
            command.ExecuteNonQuery();
        }

        var result = await ConsoleProcess.RunAsync("audit", "--db", Database);

        result.ExitCode.Should().Be(1);
        result.Output.Should().StartWith("Event 17 is not what was sealed");
    }

    [Theory]
    [InlineData("Say one of the two", "audit")]
    [InlineData("is no head", "audit", "--anchor", "17")]
    public async Task Audit_WrongArguments_SaysWhatToDo(string message, params string[] arguments)
    {
        var result = await ConsoleProcess.RunAsync(arguments);
        result.ExitCode.Should().NotBe(0);
        result.Errors.Should().Contain(message);
    }

    private async Task RunAsync()
    {
        new InventedInbox(20, 11).Write(_folder.File("in.jsonl"));
        (await ConsoleProcess.RunAsync("run", "--agency", ConsoleProcess.SampleAgency, "--inbox", _folder.File("in.jsonl"), "--db", Database, "--json")).ExitCode.Should().Be(0);
    }
}
