using System.Security.Cryptography;
using NodaTime;
using SocialOps.Storage;
using SocialOps.Testing;

namespace SocialOps.Sqlite.Tests;

/// <summary>A file that is only read, whoever has it.</summary>
public sealed class SqliteReadOnlyTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly LogSink _log = new();

    private string Path => _folder.File("socialops.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_BesideTheProcessThatHasTheFile_SeesEachCommit()
    {
        await using var worker = Worker();
        await worker.PutAsync("a");
        await using var reader = Reader();

        (await reader.IdsAsync()).Should().Equal("a");
        await worker.PutAsync("b");
        (await reader.IdsAsync()).Should().Equal("a", "b");
    }

    [Fact]
    public async Task Read_BesideTheProcessThatHasTheFile_LetsItWriteOn()
    {
        await using var worker = Worker();
        await worker.PutAsync("a");
        await using var reader = Reader();
        await using var transaction = await reader.BeginAsync(TenantId.Default, StoreAccess.Read);
        await transaction.FindAsync("case", "a");

        await worker.PutAsync("b");

        (await transaction.FindAsync("case", "b")).Should().BeNull("the reader sees one consistent state");
    }

    [Fact]
    public async Task Read_AfterACleanStop_LeavesTheFileAsItWas()
    {
        await using (var worker = Worker())
        {
            await worker.PutAsync("a");
        }

        var before = Hash();
        await using (var reader = Reader())
        {
            (await reader.IdsAsync()).Should().Equal("a");
        }

        Hash().Should().Be(before);
        await using var next = Worker();
        await next.OpenAsync();
        _log.Messages.Should().NotContain(l => l.Contains("was not closed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_AfterAKill_SeesWhatWasCommittedAndTheNextStartStillChecks()
    {
        using (var holder = await HolderProcess.StartAsync(Path))
        {
            await using (var beside = Reader())
            {
                (await beside.IdsAsync()).Should().Equal("a");
            }

            holder.Kill();
        }

        await using (var reader = Reader())
        {
            (await reader.IdsAsync()).Should().Equal("a");
        }

        await using var next = Worker();
        await next.OpenAsync();
        _log.Messages.Should().Contain(l => l.Contains("was not closed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_NoFile_IsRefusedAndMakesNone()
    {
        await using var reader = Reader();

        (await reader.Awaiting(r => r.OpenAsync().AsTask()).Should().ThrowAsync<StoreUnavailableException>()).WithMessage($"There is no database '{Path}'*");
        File.Exists(Path).Should().BeFalse();
    }

    [Fact]
    public async Task Open_ForeignDatabase_IsRefused()
    {
        await File.WriteAllBytesAsync(Path, []);
        await using var reader = Reader();

        (await reader.Awaiting(r => r.OpenAsync().AsTask()).Should().ThrowAsync<StoreUnavailableException>()).WithMessage("The database lacks*");
    }

    [Fact]
    public async Task Write_ReadOnly_IsRefused()
    {
        await using (var worker = Worker())
        {
            await worker.PutAsync("a");
        }

        await using var reader = Reader();

        (await reader.Awaiting(r => r.PutAsync("b")).Should().ThrowAsync<StoreUnavailableException>()).WithMessage("The database was opened to be read.*");
        await reader.Awaiting(r => r.ClaimAsync(StoreUse.Request(Instant.FromUtc(2030, 1, 1, 0, 0))).AsTask()).Should().ThrowAsync<StoreUnavailableException>();
    }

    private string Hash() => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path)));

    private SqliteStore Worker() => new(new() { DataSource = Path }, new FakeTime(), _log);

    private SqliteStore Reader() => new(new() { DataSource = Path, ReadOnly = true }, new FakeTime());
}
