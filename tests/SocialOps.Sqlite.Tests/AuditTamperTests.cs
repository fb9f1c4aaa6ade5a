using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SocialOps.Auditing;
using SocialOps.Tests;
using SocialOps.Tests.Privacy;

namespace SocialOps.Sqlite.Tests;

/// <summary>Somebody writes into the database past the library: the chain tells where.</summary>
public sealed class AuditTamperTests(ITestOutputHelper output) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Verify_AnyEventDeletedSwappedPutInOrChanged_NamesTheFirstThatIsWrong()
    {
        var (events, head) = await SealedAsync();
        var tampered = 0;
        for (var n = 1L; n <= events; n++)
        {
            await ShouldBreakAsync(n, n, "DELETE FROM so_audit_event WHERE seq = @n");
            await ShouldBreakAsync(n, n, "UPDATE so_audit_event SET at = at + 1 WHERE seq = @n");
            await ShouldBreakAsync(n, n, "UPDATE so_audit_event SET actor_kind = 1 - actor_kind * 1000000 WHERE seq = @n");
            await ShouldBreakAsync(n, n, "UPDATE so_audit_event SET at = 9223372036854775807 WHERE seq = @n");
            await ShouldBreakAsync(n, n, "UPDATE so_audit_event SET at = 900000000000000000 WHERE seq = @n");
            await ShouldBreakAsync(n, n, "UPDATE so_audit_event SET at = at - 9223372036854775807 - 1 WHERE seq = @n");
            foreach (var column in (string[])["actor_id", "via", "action", "subject_id", "detail"])
            {
                await ShouldBreakAsync(n, n, $"UPDATE so_audit_event SET {column} = {column} || ' ' WHERE seq = @n");
            }

            await ShouldBreakAsync(n, n, "UPDATE so_audit_event SET action = action || substr(subject_id, 1, 1), subject_id = substr(subject_id, 2) WHERE seq = @n");
            if (n < events)
            {
                await ShouldBreakAsync(n, n, "UPDATE so_audit_event SET seq = -1 WHERE seq = @n; UPDATE so_audit_event SET seq = @n WHERE seq = @n + 1; UPDATE so_audit_event SET seq = @n + 1 WHERE seq = -1");
            }

            await ShouldBreakAsync(n, n, """
                UPDATE so_audit_event SET seq = -seq WHERE seq >= @n; UPDATE so_audit_event SET seq = 1 - seq WHERE seq < 0;
                INSERT INTO so_audit_event SELECT tenant_id, @n, at, actor_kind, actor_id, via, action, subject_id, detail || '!' FROM so_audit_event WHERE seq = @n + 1
                """);
        }

        output.WriteLine($"{tampered} ways to write over {events} events, each found at its place");

        async Task ShouldBreakAsync(long n, long first, string sql)
        {
            var verified = await TamperedAsync(sql, n, head);
            verified.Faults.Should().ContainSingle("after {0} with {1}", sql, n).Which.Sequence.Should().Be(first, "{0} with {1}", sql, n);
            tampered++;
        }
    }

    [Theory]
    [InlineData("DELETE FROM so_record WHERE kind = 'audit-seal'", "cut off")]
    [InlineData("DELETE FROM so_record WHERE kind = 'audit-seal'; DELETE FROM so_audit_event WHERE seq > @n", "cut off")]
    [InlineData("UPDATE so_record SET body = CAST(replace(CAST(body AS TEXT), '\"Last\":', '\"Last\":1') AS BLOB) WHERE kind = 'audit-seal'", "missing or cannot be read")]
    [InlineData("UPDATE so_record SET body = x'00' WHERE kind = 'audit-seal'", "missing or cannot be read")]
    public async Task Verify_SealsAreWrittenOver_IsFoundAgainstTheAnchor(string sql, string message)
    {
        var (_, head) = await SealedAsync();
        (await TamperedAsync(sql, 3, head)).Faults.Should().ContainSingle().Which.Message.Should().Contain(message);
    }

    [Fact]
    public async Task Verify_AfterAnErasure_IsWhole()
    {
        await using var ops = await CanaryStory.StartAsync(b => b.UseSqlite($"Data Source={_folder.File("erased.db")}"));
        await CanaryStory.RunAsync(ops);
        var before = await ops.Tenant.Audit.SealAsync();

        await ops.Tenant.Customers.EraseAsync(CanaryStory.Handle, TestOps.Ada);

        var after = await ops.Tenant.Audit.SealAsync();
        after.Sequence.Should().BeGreaterThan(before.Sequence);
        (await ops.Tenant.Audit.VerifyAsync(before)).IsWhole.Should().BeTrue();
        (await ops.Tenant.Audit.VerifyAsync(after)).IsWhole.Should().BeTrue();
    }

    /// <summary>A closed database with some sealed events.</summary>
    private async Task<(long Events, AuditHead Head)> SealedAsync()
    {
        await using var ops = await TestOps.StartAsync(store: b => b.UseSqlite(Database("sealed.db")));
        await ops.ReceiveAsync("Mein Rad ist kaputt.");
        var head = await ops.Ops.Audit.SealAsync();
        return (head.Sequence, head);
    }

    private async Task<AuditVerification> TamperedAsync(string sql, long n, AuditHead anchor)
    {
        var copy = _folder.File("tampered.db");
        SqliteConnection.ClearAllPools();
        foreach (var suffix in (string[])["", "-wal", "-shm", ".lock"])
        {
            File.Delete(copy + suffix);
        }

        File.Copy(_folder.File("sealed.db"), copy);
        using (var connection = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("@n", n);
            command.ExecuteNonQuery();
        }

        await using var services = new ServiceCollection().AddSocialOps(b => b.UseSqlite(Database("tampered.db"))).BuildServiceProvider();
        return await services.GetRequiredService<ISocialOps>().Default.Audit.VerifyAsync(anchor);
    }

    private string Database(string name) => $"Data Source={_folder.File(name)}";
}
