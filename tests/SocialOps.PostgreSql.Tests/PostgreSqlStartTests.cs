using Microsoft.Extensions.DependencyInjection;
using SocialOps.DependencyInjection;
using SocialOps.Testing;

namespace SocialOps.PostgreSql.Tests;

public sealed class PostgreSqlStartTests
{
    [Fact]
    public async Task Start_SeveralWorkersAtOnceOnANewDatabase_AllStart()
    {
        var options = TestServer.NewOptions();
        var hosts = Enumerable.Range(0, 6).Select(_ => Host(options)).ToList();
        try
        {
            var starts = () => Task.WhenAll(hosts.Select(h => Task.Run(async () => await h.GetRequiredService<SocialOpsStart>().RunAsync())));

            await starts.Should().NotThrowAsync("who comes second finds the agency taken in");
            var revisions = await Task.WhenAll(hosts.Select(async h => (await h.GetRequiredService<ISocialOps>().Default.Agency.FindCurrentAsync())!.Revision));
            revisions.Should().OnlyContain(r => r == 1, "it is taken in once");
        }
        finally
        {
            foreach (var host in hosts)
            {
                await host.DisposeAsync();
            }

            await TestServer.DropAsync(options);
        }
    }

    private static ServiceProvider Host(PostgreSqlStoreOptions options) => new ServiceCollection()
        .AddSingleton<TimeProvider>(new FakeTime())
        .AddSocialOps(ops => ops.UsePostgreSql(options).UseEnvironment("Test").AddAgency(_ => new() { Name = "Small" }))
        .BuildServiceProvider();
}
