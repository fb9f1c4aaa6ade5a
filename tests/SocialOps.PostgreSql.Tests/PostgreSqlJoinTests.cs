using System.Data;
using Npgsql;
using static SocialOps.PostgreSql.Tests.StoreUse;

namespace SocialOps.PostgreSql.Tests;

/// <summary>The store's rows in the host's transaction.</summary>
public sealed class PostgreSqlJoinTests : StoreTest
{
    private NpgsqlConnection _host = null!;

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Join_Committed_IsKeptWithTheHosts(bool hostCommits, int expected)
    {
        await using (var host = await _host.BeginTransactionAsync())
        {
            await using (var ours = await Store.JoinAsync(TenantId.Default, host))
            {
                await ours.PutAsync(Record("a"), 0);
                await ours.ScheduleAsync(Draft("a"));
                await ours.AppendAsync(Event("a"));
                await ours.CommitAsync();
            }

            (await Store.IdsAsync()).Should().BeEmpty("the host has not decided yet");
            if (hostCommits)
            {
                await host.CommitAsync();
            }
        }

        (await Store.IdsAsync()).Should().HaveCount(expected);
        (await Store.AuditAsync()).Should().HaveCount(expected);
        (await Store.ClaimAsync(Request())).Items.Should().HaveCount(expected);
    }

    [Fact]
    public async Task Join_NotCommitted_IsUndoneAndTheHostGoesOn()
    {
        await using (var host = await _host.BeginTransactionAsync())
        {
            await _host.SqlAsync($"INSERT INTO {Options.Schema}.meta VALUES ('host', '1')");
            await using (var ours = await Store.JoinAsync(TenantId.Default, host))
            {
                await ours.PutAsync(Record("a"), 0);
                var put = async () => await ours.PutAsync(Record("a"), 7);
                await put.Should().ThrowAsync<ConcurrencyConflictException>();
            }

            await host.CommitAsync();
        }

        (await Store.IdsAsync()).Should().BeEmpty();
        (await Store.SqlAsync($"SELECT name FROM {Options.Schema}.meta WHERE name LIKE 'host%'")).Should().Be("host");
    }

    [Fact]
    public async Task Join_HostRolledBackFirst_DisposesQuietly()
    {
        await using var host = await _host.BeginTransactionAsync();
        await using var ours = await Store.JoinAsync(TenantId.Default, host);
        await ours.PutAsync(Record("a"), 0);

        await host.RollbackAsync();

        await ours.DisposeAsync();
    }

    [Fact]
    public async Task Join_OtherIsolation_IsRefused()
    {
        await using var host = await _host.BeginTransactionAsync(IsolationLevel.Serializable);

        var join = async () => await Store.JoinAsync(TenantId.Default, host);

        await join.Should().ThrowAsync<ArgumentException>().WithMessage("*Begin it with IsolationLevel.ReadCommitted.*");
    }

    private protected override async Task PrepareAsync()
    {
        await Store.OpenAsync();
        _host = new(TestServer.ConnectionString);
        await _host.OpenAsync();
    }

    private protected override Task EndAsync() => _host.DisposeAsync().AsTask();
}
