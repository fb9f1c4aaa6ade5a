using NodaTime;
using SocialOps.Storage;
using SocialOps.Testing;
using SocialOps.Testing.Stores;
using SocialOps.Work;

namespace SocialOps.Sqlite.Tests;

internal sealed class SqliteFixture : StoreFixture
{
    private readonly TempFolder _folder = new();
    private readonly FakeTime _time = new();
    private SqliteStore _store;

    public SqliteFixture() => _store = New();

    public override IStore Store => _store;

    public override IWorkQueue Queue => _store;

    public static ValueTask<StoreFixture> OpenAsync() => new(new SqliteFixture());

    public override ValueTask PassLeaseTimeAsync(Duration length)
    {
        _time.Advance(length);
        return ValueTask.CompletedTask;
    }

    public override async ValueTask<bool> ReopenAsync()
    {
        await _store.DisposeAsync();
        _store = New();
        return true;
    }

    public override async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    private SqliteStore New() => new(new() { DataSource = _folder.File("socialops.db") }, _time);
}
