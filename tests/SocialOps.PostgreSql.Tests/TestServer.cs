using System.Globalization;
using System.Text;
using Npgsql;
using SocialOps.Testing;

namespace SocialOps.PostgreSql.Tests;

/// <summary>The server that the tests share, each in a schema of its own.</summary>
internal static class TestServer
{
    private static int _schemas;

    /// <summary>Where the server is; skips the test when there is none.</summary>
    public static string ConnectionString
    {
        get
        {
            var found = Environment.GetEnvironmentVariable("SOCIALOPS_POSTGRES");
            Assert.SkipWhen(string.IsNullOrEmpty(found), "SOCIALOPS_POSTGRES is not set: no PostgreSQL server. bash eng/postgres.sh start DIR starts one.");
            return found!;
        }
    }

    public static PostgreSqlStoreOptions NewOptions() => new()
    {
        ConnectionString = ConnectionString,
        Schema = string.Create(CultureInfo.InvariantCulture, $"t_{Environment.ProcessId}_{Interlocked.Increment(ref _schemas)}"),
        MigrateOnStart = true,
        IdleInTransactionTimeout = TimeSpan.FromMinutes(1),
        MostClockDifference = Timeout.InfiniteTimeSpan,
    };

    public static PostgreSqlStore NewStore(PostgreSqlStoreOptions? options = null) => new(options ?? NewOptions(), new FakeTime());

    public static async Task<string> SqlAsync(string sql, string? connectionString = null)
    {
        await using var connection = new NpgsqlConnection(connectionString ?? ConnectionString);
        await connection.OpenAsync();
        return await connection.SqlAsync(sql);
    }

    /// <summary>The first column of the answer's rows, with commas between them.</summary>
    public static async Task<string> SqlAsync(this NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var answer = new StringBuilder();
        while (await reader.ReadAsync())
        {
            answer.Append(answer.Length > 0 ? "," : "").Append(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture));
        }

        return answer.ToString();
    }

    public static Task DropAsync(PostgreSqlStoreOptions options) => SqlAsync($"DROP SCHEMA IF EXISTS {options.Schema} CASCADE");
}
