using NodaTime;
using SocialOps.Storage;
using SocialOps.Testing.Stores;
using SocialOps.Work;

namespace SocialOps.PostgreSql.Tests;

internal sealed class PostgreSqlFixture : StoreFixture
{
    private readonly PostgreSqlStoreOptions _options = TestServer.NewOptions();
    private PostgreSqlStore _store;

    public PostgreSqlFixture() => _store = TestServer.NewStore(_options);

    public override IStore Store => _store;

    public override IWorkQueue Queue => _store;

    public static async ValueTask<StoreFixture> OpenAsync()
    {
        var fixture = new PostgreSqlFixture();
        await fixture._store.OpenAsync();
        return fixture;
    }

    public override async ValueTask PassLeaseTimeAsync(Duration length)
        => await TestServer.SqlAsync(FormattableString.Invariant(
            $"UPDATE {_options.Schema}.work_item SET lease_until = lease_until - {length.TotalMilliseconds:0} * interval '1 millisecond' WHERE lease_until IS NOT NULL"));

    public override async ValueTask<bool> ReopenAsync()
    {
        await _store.DisposeAsync();
        _store = TestServer.NewStore(_options);
        return true;
    }

    public override async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await TestServer.DropAsync(_options);
    }
}
