using SocialOps.Storage;
using SocialOps.Testing;
using static SocialOps.PostgreSql.Tests.StoreUse;

namespace SocialOps.PostgreSql.Tests;

/// <summary>The tables protected by the server, the store connected as a user whom the policies hold.</summary>
public sealed class PostgreSqlRowSecurityTests : StoreTest
{
    private static readonly TenantId Other = new("other");

    private PostgreSqlStore _guarded = null!;

    private string Role => $"{Options.Schema}_app";

    private PostgreSqlStoreOptions Guarded => Options with { ConnectionString = $"{TestServer.ConnectionString};Username={Role}", RowLevelSecurity = true, MigrateOnStart = false };

    [Fact]
    public async Task Use_ProtectedTables_WorksAsBefore()
    {
        await _guarded.PutAsync("a");
        await _guarded.WriteAsync(async t =>
        {
            await t.ScheduleAsync(Draft("k"));
            await t.AppendAsync(Event("case-1"));
        });
        var claimed = (await _guarded.ClaimAsync(Request())).Items.Single();
        await _guarded.WriteAsync(async t => await t.FinishAsync(claimed.Lease, Work.WorkOutcome.Done));

        (await _guarded.IdsAsync()).Should().Equal("a");
        (await _guarded.AuditAsync()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("record")]
    [InlineData("work_item")]
    [InlineData("audit_event")]
    public async Task Query_StatementWithoutAnyFilter_SeesTheTransactionsTenantOnly(string table)
    {
        await FillAsync(TenantId.Default);
        await FillAsync(Other);

        (await _guarded.SqlAsync($"SELECT DISTINCT tenant_id FROM {Options.Schema}.{table}")).Should().Be("default");
    }

    [Fact]
    public async Task Write_IntoAnotherTenant_IsRefusedByTheServer()
    {
        await FillAsync(Other);

        var steal = () => _guarded.SqlAsync($"UPDATE {Options.Schema}.record SET tenant_id = 'default' RETURNING id", StoreAccess.Write);
        var plant = () => _guarded.SqlAsync($"INSERT INTO {Options.Schema}.meta VALUES ('a', 'b')", StoreAccess.Write);

        (await steal()).Should().BeEmpty("it sees no row of the other tenant");
        (await plant.Should().ThrowAsync<Npgsql.PostgresException>()).Which.SqlState.Should().Be("42501");
    }

    [Fact]
    public async Task Query_OutsideOfAnyTransactionOfTheStore_SeesNothing()
    {
        await FillAsync(TenantId.Default);

        (await TestServer.SqlAsync($"SELECT id FROM {Options.Schema}.record", Guarded.ConnectionString)).Should().BeEmpty();
    }

    [Fact]
    public async Task Claim_AcrossTenants_TakesTheWorkOfAll()
    {
        await FillAsync(TenantId.Default);
        await FillAsync(Other);

        (await _guarded.ClaimAsync(Request())).Items.Select(i => i.Tenant).Should().BeEquivalentTo([TenantId.Default, Other]);
    }

    [Fact]
    public async Task Open_AsSuperuser_IsRefused()
        => (await OpenAsync(Options with { RowLevelSecurity = true })).Should().Be("RowLevelSecurity is on, but the user is a superuser or has BYPASSRLS, whom no policy holds. Connect as another user.");

    [Fact]
    public async Task Open_WithoutPolicies_IsRefused()
    {
        await TestServer.SqlAsync($"ALTER TABLE {Options.Schema}.record NO FORCE ROW LEVEL SECURITY");

        (await OpenAsync(Guarded)).Should().Be("RowLevelSecurity is on, but the tables have no policies. Run PostgreSqlStore.RowSecurityScript(user) as their owner once.");
    }

    private protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        await TestServer.SqlAsync($"CREATE ROLE {Role} LOGIN");
        await TestServer.SqlAsync(Store.RowSecurityScript(Role));
        _guarded = TestServer.NewStore(Guarded);
    }

    private protected override async Task EndAsync()
    {
        await _guarded.DisposeAsync();
        await TestServer.SqlAsync($"DROP OWNED BY {Role}; DROP ROLE {Role}");
    }

    private async Task FillAsync(TenantId tenant)
    {
        await using var transaction = await _guarded.BeginAsync(tenant, StoreAccess.Write);
        await transaction.PutAsync(Record("a"), 0);
        await transaction.ScheduleAsync(Draft("k"));
        await transaction.AppendAsync(Event("case-1"));
        await transaction.CommitAsync();
    }

    private static async Task<string> OpenAsync(PostgreSqlStoreOptions options)
    {
        await using var store = new PostgreSqlStore(options, new FakeTime());
        return await RefusalAsync(async () => await store.OpenAsync());
    }
}
