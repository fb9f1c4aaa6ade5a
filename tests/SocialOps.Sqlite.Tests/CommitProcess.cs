using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SocialOps.Sqlite.Tests;

/// <summary>A process that commits, and acknowledges each commit on standard output before the next; <c>eng/fsyncs.sh</c> watches its system calls.</summary>
internal static class CommitProcess
{
    public const string Argument = "--commit";

    private const int CommitsALife = 40;

    /// <summary>Commits by the store, which is closed and opened again now and then: closing brings its log into the database.</summary>
    public static async Task<int> CommitAsync(string path, string count)
    {
        await using var output = Console.OpenStandardOutput();
        var commits = int.Parse(count, CultureInfo.InvariantCulture);
        for (var i = 0; i < commits;)
        {
            await using var store = new SqliteStore(new() { DataSource = path }, TimeProvider.System);
            for (var end = Math.Min(commits, i + CommitsALife); i < end; i++)
            {
                await store.PutAsync($"record-{i}");
                await output.WriteAsync("acknowledged\n"u8.ToArray());
            }
        }

        return 0;
    }

    /// <summary>The control: the same rows, by hand, with a setting that the store refuses.</summary>
    public static async Task<int> CommitWithoutSyncAsync(string path, string count)
    {
        await using var output = Console.OpenStandardOutput();
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE TABLE so_record (kind TEXT, id TEXT)");
        for (var i = 0; i < int.Parse(count, CultureInfo.InvariantCulture); i++)
        {
            Execute($"INSERT INTO so_record VALUES ('case', 'record-{i}')");
            await output.WriteAsync("acknowledged\n"u8.ToArray());
        }

        return 0;

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
