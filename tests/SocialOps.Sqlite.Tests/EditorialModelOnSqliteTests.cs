using Microsoft.Extensions.DependencyInjection;
using SocialOps.Tests.Publishing;

namespace SocialOps.Sqlite.Tests;

public sealed class EditorialModelOnSqliteTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Send_AfterRandomCommands_OnlyWhatSomebodySaidYesTo()
    {
        var sent = 0;
        for (var seed = 0; seed < 15; seed++)
        {
            await using var ops = await EditorialOps.StartAsync(store: b => b.UseSqlite($"Data Source={_folder.File($"{seed}.db")}"));
            sent += await EditorialModel.RunAsync(ops, seed, 60);
        }

        sent.Should().BePositive();
    }
}
