using System.Globalization;

namespace SocialOps.Reliability.Tests.Kills;

/// <summary>
/// Real hosts, killed by SIGKILL. <c>SOCIALOPS_KILLS</c> sets how many workers of each store are killed; unset it is 300, or as many as two and a half minutes allow, and the
/// summary tells how many. <c>SOCIALOPS_SEED</c> repeats a run's choices; <c>eng/kills.sh</c> runs one store.
/// </summary>
public abstract class KillTests(ITestOutputHelper output)
{
    private protected async Task RunAsync(string store)
    {
        var longest = Environment.GetEnvironmentVariable("SOCIALOPS_KILLS") is null ? TimeSpan.FromMinutes(2.5) : (TimeSpan?)null;
        var report = await KillRun.RunAsync(store, Number("SOCIALOPS_KILLS", 300), longest, Number("SOCIALOPS_SEED", Random.Shared.Next(1_000_000)), bug: null, Console.Error.WriteLine);

        output.WriteLine(report.ToString());
        report.Broken.Should().BeEmpty("of {0}", report);
    }

    private static int Number(string name, int otherwise)
        => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}

public sealed class SqliteKillTests(ITestOutputHelper output) : KillTests(output)
{
    [Fact]
    public Task Sqlite_KilledWorkers_LoseAndDoubleNothing() => RunAsync("sqlite");
}

public sealed class PostgreSqlKillTests(ITestOutputHelper output) : KillTests(output)
{
    [Fact]
    public Task PostgreSql_TwoKilledWorkers_LoseAndDoubleNothing()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("SOCIALOPS_POSTGRES")), "SOCIALOPS_POSTGRES is not set: no PostgreSQL server. bash eng/postgres.sh start DIR starts one.");
        return RunAsync("postgres");
    }
}
