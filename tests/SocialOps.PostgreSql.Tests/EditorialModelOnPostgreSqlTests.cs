using Microsoft.Extensions.DependencyInjection;
using SocialOps.Tests.Publishing;

namespace SocialOps.PostgreSql.Tests;

public sealed class EditorialModelOnPostgreSqlTests
{
    [Fact]
    public async Task Send_AfterRandomCommands_OnlyWhatSomebodySaidYesTo()
    {
        var sent = 0;
        for (var seed = 0; seed < 8; seed++)
        {
            var options = TestServer.NewOptions();
            try
            {
                await using var ops = await EditorialOps.StartAsync(store: b => b.UsePostgreSql(options));
                sent += await EditorialModel.RunAsync(ops, seed, 60);
            }
            finally
            {
                await TestServer.DropAsync(options);
            }
        }

        sent.Should().BePositive();
    }
}
