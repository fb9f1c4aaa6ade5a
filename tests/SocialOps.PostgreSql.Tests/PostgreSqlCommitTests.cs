using static SocialOps.PostgreSql.Tests.StoreUse;

namespace SocialOps.PostgreSql.Tests;

/// <summary>A commit whose answer does not come.</summary>
public sealed class PostgreSqlCommitTests : StoreTest
{
    private CuttingProxy _proxy = null!;
    private PostgreSqlStore _behind = null!;

    [Fact]
    public async Task Commit_AnswerIsLost_FindsOutThatItWasKept()
    {
        _proxy.CutNextCommit(CuttingProxy.Cut.BeforeTheAnswer);

        await _behind.PutAsync("a");

        (await Store.IdsAsync()).Should().Equal("a");
    }

    [Fact]
    public async Task Commit_NeverArrives_SaysThatNothingWasKept()
    {
        _proxy.CutNextCommit(CuttingProxy.Cut.BeforeTheCommit);

        (await RefusalAsync(() => _behind.PutAsync("a"))).Should().StartWith("PostgreSQL lost the connection at the commit; nothing of the transaction was kept. Do it again.");
        (await Store.IdsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Commit_NobodyToAsk_SaysThatItIsUnknown()
    {
        await using var transaction = await _behind.BeginAsync(TenantId.Default, Storage.StoreAccess.Write);
        await transaction.PutAsync(Record("a"), 0);
        _proxy.CutNextCommit(CuttingProxy.Cut.BeforeTheAnswer);
        _proxy.RefuseOthers();

        (await RefusalAsync(async () => await transaction.CommitAsync()))
            .Should().StartWith("PostgreSQL lost the connection at the commit, and whether the transaction was kept is unknown. Read before doing it again.");
    }

    private protected override async Task PrepareAsync()
    {
        await Store.OpenAsync();
        _proxy = new();
        _behind = TestServer.NewStore(Options with { ConnectionString = _proxy.ConnectionString });
        await _behind.OpenAsync();
    }

    private protected override async Task EndAsync()
    {
        await _behind.DisposeAsync();
        await _proxy.DisposeAsync();
    }
}
