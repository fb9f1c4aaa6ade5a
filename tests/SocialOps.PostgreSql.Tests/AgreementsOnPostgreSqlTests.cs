using Microsoft.Extensions.DependencyInjection;
using SocialOps.Tests.Readiness;

namespace SocialOps.PostgreSql.Tests;

/// <summary>From the quote to the month's report, on a server: as in memory, and the same after the process has ended.</summary>
public sealed class AgreementsOnPostgreSqlTests
{
    [Fact]
    public async Task Story_OnAServer_IsToldAsInMemoryAndAgainByAnotherProcess()
    {
        var options = TestServer.NewOptions();
        try
        {
            var expected = (await AgreementStory.RunOnceAsync()).Told;

            var (told, again) = await AgreementStory.RunAsync(b => b.UsePostgreSql(options));

            told.Should().Be(expected);
            again.Should().Be(told);
        }
        finally
        {
            await TestServer.DropAsync(options);
        }
    }
}
