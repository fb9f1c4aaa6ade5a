using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SocialOps.Tests;
using SocialOps.Tests.Privacy;

namespace SocialOps.Sqlite.Tests;

/// <summary>What was erased stands in none of the database's files any more, byte by byte.</summary>
public sealed class ErasureOnSqliteTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public async Task Erase_AmongOthers_LeavesNoByteInDatabaseAndLog(int others)
    {
        await using var ops = await CanaryStory.StartAsync(b => b.UseSqlite($"Data Source={_folder.File("socialops.db")}"));
        for (var i = 0; i < others; i++)
        {
            await ops.Ops.ReceiveAsync($"Alles kaputt {i} {new string((char)('a' + (i % 26)), i * 37 % 2_000)}", author: i % 3 == 0 ? CanaryStory.Author : $"author {i}", id: $"{(i * 7_919) % 100_003}");
        }

        await CanaryStory.RunAsync(ops);
        var before = Found();

        var report = await ops.Tenant.Customers.EraseAsync(CanaryStory.Handle, TestOps.Ada);

        before.Should().Contain([CanaryStory.Author, CanaryStory.Word], "otherwise nothing is shown");
        report.Kept.Should().BeEmpty();
        Found().Should().BeEmpty();
    }

    /// <summary>The canaries that stand in one of the files, raw or in base64 as record bodies hold bytes.</summary>
    private List<string> Found()
    {
        var files = new[] { "socialops.db", "socialops.db-wal", "socialops.db-shm" }.Select(_folder.File).Where(File.Exists).Select(ReadShared).ToList();
        return [.. CanaryStory.Canaries.Where(canary => Spellings(canary).Any(s => s.Length > 4 && files.Exists(f => f.AsSpan().IndexOf(Encoding.UTF8.GetBytes(s)) >= 0)))];
    }

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Base64 of a text differs with where it begins: the middle of each of the three is what it has for certain.</summary>
    private static IEnumerable<string> Spellings(string text)
    {
        yield return text;
        for (var shift = 0; shift < 3; shift++)
        {
            var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string(' ', shift) + text));
            yield return encoded[(shift == 0 ? 0 : 4)..(encoded.Length / 4 * 4 - 4)];
        }
    }
}
