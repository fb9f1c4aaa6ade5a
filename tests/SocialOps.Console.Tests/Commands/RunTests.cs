using NodaTime;
using SocialOps.Console.Tests.Inboxes;
using SocialOps.Console.Tests.Processes;
using SocialOps.Sqlite;

namespace SocialOps.Console.Tests.Commands;

public sealed class RunTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public RunTests() => new InventedInbox(40, 11).Write(_folder.File("in.jsonl"));

    private string Database => _folder.File("a.db");

    private string Outbox => $"{Database}.outbox.jsonl";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_SameCommandTwice_SendsNothingAgain()
    {
        var first = await RunAsync("--json");
        var posted = File.ReadAllText(Outbox);

        var second = await RunAsync("--json");

        second.Json.GetProperty("duplicates").GetInt64().Should().Be(first.Json.GetProperty("items").GetInt64());
        second.Json.GetProperty("sent").GetRawText().Should().MatchRegex("""^\{\s*"replies": 0,\s*"notifications": 0\s*\}$""");
        File.ReadAllText(Outbox).Should().Be(posted).And.NotBeEmpty();
    }

    [Fact]
    public async Task Run_DatabaseIsHeldByAProcess_NamesTheHolder()
    {
        await using var store = new SqliteStore(new SqliteStoreOptions { DataSource = Database }, TimeProvider.System);
        await store.OpenAsync();

        var result = await RunAsync("--json");

        result.ExitCode.Should().Be(2);
        result.Errors.Trim().Should().Be($"The database '{Database}' is open in process {Environment.ProcessId}. SQLite is the store for one process; UsePostgreSql is the store for several processes.");
        result.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task Run_OutputToAPipe_HasNoEscapeCodesAndNoLongLines()
    {
        var result = await RunAsync();

        result.Output.Should().Contain("unattended").And.NotContain("\u001b");
        result.Output.Split('\n').Should().OnlyContain(l => l.Length <= 100 || l.StartsWith("The database lies in ", StringComparison.Ordinal));
        result.Errors.Should().NotContain("\u001b");
    }

    [Fact]
    public async Task Run_SilentTeam_LeavesNothingUnattended()
    {
        var result = await RunAsync("--team", "silent", "--json");

        result.Json.GetProperty("unattended").GetInt32().Should().Be(0);
        result.Json.GetProperty("clocks").GetProperty("breached").GetInt32().Should().BePositive();
    }

    [Fact]
    public async Task Run_SilentTeam_ReachesTheEmergencyContact()
    {
        await RunAsync("--team", "silent", "--json");

        Digests().Should().Contain(d => d.Mailbox.StartsWith("client/radhaus/petersen/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_SilentTeam_TellsAPersonAtMostOnceInFiveMinutesAQueue()
    {
        await RunAsync("--team", "silent", "--json");

        Intervals().Should().NotBeEmpty().And.OnlyContain(i => i.Gap >= Duration.FromMinutes(5));
    }

    /// <summary>A missed Resolve, days later, is news and may be told at once again.</summary>
    [Fact]
    public async Task Run_SilentTeam_TellsLessAndLessOftenWhileNothingNewHappens()
    {
        await RunAsync("--team", "silent", "--json");

        var news = Instants("SELECT MIN(at) || '' FROM so_audit_event WHERE action = 'clock.breached' AND detail LIKE 'Resolve %'").Single();
        var normal = Intervals(news).Where(i => i.Mailbox == "person/jonas/normal").Select(i => i.Gap).ToList();
        normal.TakeLast(5).Should().OnlyContain(gap => gap >= Duration.FromHours(4));
        normal[0].Should().BeLessThan(Duration.FromHours(1));
    }

    private IEnumerable<(string Mailbox, Duration Gap)> Intervals(Instant? before = null)
        => Digests().Where(d => before is null || d.At < before).GroupBy(d => d.Mailbox).SelectMany(g => g.Zip(g.Skip(1), (a, b) => (g.Key, b.At - a.At)));

    private IReadOnlyList<(string Mailbox, Instant At)> Digests()
        => [.. Database.Texts("SELECT subject_id || ' ' || at FROM so_audit_event WHERE action = 'notification.sent' ORDER BY seq")
            .Select(t => t.Split(' ')).Select(t => (t[0], InstantOf(t[1])))];

    private IEnumerable<Instant> Instants(string sql) => Database.Texts(sql).Select(InstantOf);

    private static Instant InstantOf(string microseconds) => Instant.FromUnixTimeTicks(long.Parse(microseconds, System.Globalization.CultureInfo.InvariantCulture) * 10);

    private Task<ConsoleResult> RunAsync(params string[] more)
        => ConsoleProcess.RunAsync(["run", "--agency", ConsoleProcess.SampleAgency, "--inbox", _folder.File("in.jsonl"), "--db", Database, .. more]);
}
