using Microsoft.Data.Sqlite;
using SocialOps.Console.Tests.Inboxes;
using SocialOps.Console.Tests.Processes;
using SocialOps.Sqlite;
using SocialOps.Storage;

namespace SocialOps.Console.Tests.Commands;

public sealed class VerifyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Database => _folder.File("a.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Verify_FileOfARun_AllInvariantsHold()
    {
        await RunAsync();

        var result = await ConsoleProcess.RunAsync("verify", "--db", Database);

        result.ExitCode.Should().Be(0, result.Output + result.Errors);
        result.Output.Should().StartWith("All invariants hold.").And.MatchRegex(@"(?m)^Looked at: \d+ inbound-raw, 40 inbound-item, .* audit\.$");
    }

    [Fact]
    public async Task Verify_RowThatEndedWithoutItsEffect_SaysSoAndExitsWithOne()
    {
        await RunAsync("--team", "silent");
        Execute("UPDATE so_work_item SET state = 1 WHERE state = 0 AND kind = 'case.step'");

        var result = await ConsoleProcess.RunAsync("verify", "--db", Database);

        result.ExitCode.Should().Be(1, result.Output + result.Errors);
        result.Output.Should().MatchRegex(@"(?m)^I8 \w+: Row \d+ of the escalation ended without its effect: nobody is reminded any more\.").And.MatchRegex(@"(?m)^\d+ violation\(s\)\.");
    }

    [Fact]
    public async Task Verify_BesideTheProcessThatHasTheFile_Works()
    {
        await RunAsync();
        await using var worker = new SqliteStore(new() { DataSource = Database }, TimeProvider.System);
        await using (var transaction = await worker.BeginAsync(TenantId.Default, StoreAccess.Write))
        {
            await transaction.CommitAsync();
        }

        var result = await ConsoleProcess.RunAsync("verify", "--db", Database);

        result.ExitCode.Should().Be(0, result.Output + result.Errors);
    }

    [Fact]
    public async Task Verify_NotADatabase_ExitsWithTwo()
    {
        await File.WriteAllTextAsync(Database, "something else, and long enough to be looked at as a file of its own kind");

        var result = await ConsoleProcess.RunAsync("verify", "--db", Database);

        result.ExitCode.Should().Be(2);
        result.Errors.Should().Contain("not a SQLite database");
    }

    [Fact]
    public async Task Work_FileOfARunInWhichNobodyActed_CountsAndListsTheOldest()
    {
        await RunAsync("--team", "silent");
        await File.AppendAllTextAsync(_folder.File("in.jsonl"), "no JSON\n");
        await RunAsync("--team", "silent");

        var result = await ConsoleProcess.RunAsync("work", "--db", Database, "--oldest", "2");

        result.ExitCode.Should().Be(0, result.Errors);
        var open = int.Parse(Database.Texts("SELECT cast(count(*) AS text) FROM so_record WHERE kind = 'case' AND ix1 IS NOT NULL")[0]);
        open.Should().BeGreaterThan(2);
        result.Output.Should().MatchRegex($@"(?m)^ +{open}  open cases$").And.MatchRegex(@"(?m)^ +3  in quarantine$").And.MatchRegex(@"(?m)^ +0  given up$").And.Contain("open cases, the oldest 2:");
        var lists = result.Output.ReplaceLineEndings("\n").Split("\n\n").Select(list => list.Split('\n').Count(l => l.StartsWith("  20", StringComparison.Ordinal))).Where(n => n > 0).ToList();
        lists.Should().HaveCountGreaterThan(2).And.OnlyContain(n => n <= 2);
    }

    [Theory]
    [InlineData("work")]
    [InlineData("verify")]
    public async Task Read_ByACommand_LeavesTheFileAsItWas(string command)
    {
        await RunAsync();
        var before = await File.ReadAllBytesAsync(Database);

        await ConsoleProcess.RunAsync(command, "--db", Database);

        (await File.ReadAllBytesAsync(Database)).Should().Equal(before);
    }

    [Fact]
    public async Task Work_NumberOutOfItsBounds_IsRefused()
    {
        await RunAsync();

        (await ConsoleProcess.RunAsync("work", "--db", Database, "--oldest", "1001")).Errors.Should().Contain("--oldest is 0 to 1,000.");
    }

    private async Task RunAsync(params IEnumerable<string> more)
    {
        if (!File.Exists(_folder.File("in.jsonl")))
        {
            new InventedInbox(40, 11).Write(_folder.File("in.jsonl"));
        }

        var run = await ConsoleProcess.RunAsync(["run", "--agency", ConsoleProcess.SampleAgency, "--inbox", _folder.File("in.jsonl"), "--db", Database, .. more]);
        run.ExitCode.Should().Be(0, run.Errors);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery().Should().BePositive();
    }
}
