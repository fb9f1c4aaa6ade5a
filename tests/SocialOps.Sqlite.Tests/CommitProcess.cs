using System.Globalization;

namespace SocialOps.Sqlite.Tests;

/// <summary>A process that commits, and acknowledges each commit on standard output before the next; <c>eng/fsyncs.sh</c> watches its system calls.</summary>
internal static class CommitProcess
{
    public const string Argument = "--commit";

    public static async Task<int> CommitAsync(string path, string count)
    {
        await using var store = new SqliteStore(new() { DataSource = path }, TimeProvider.System);
        await using var output = Console.OpenStandardOutput();
        for (var i = 0; i < int.Parse(count, CultureInfo.InvariantCulture); i++)
        {
            await store.PutAsync($"record-{i}");
            await output.WriteAsync("acknowledged\n"u8.ToArray());
        }

        return 0;
    }
}
