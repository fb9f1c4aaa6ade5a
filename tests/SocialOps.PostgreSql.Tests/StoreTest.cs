namespace SocialOps.PostgreSql.Tests;

/// <summary>A test with an empty schema of its own; skipped where there is no server.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    private protected PostgreSqlStoreOptions Options { get; private set; } = null!;

    private protected PostgreSqlStore Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Options = TestServer.NewOptions();
        Store = TestServer.NewStore(Options);
        await PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Store is not null)
        {
            await EndAsync();
            await Store.DisposeAsync();
            await TestServer.DropAsync(Options);
        }

        GC.SuppressFinalize(this);
    }

    private protected virtual Task EndAsync() => Task.CompletedTask;

    private protected virtual async Task PrepareAsync() => await Store.OpenAsync();
}
