using SocialOps.Testing;

namespace SocialOps.PostgreSql.Tests;

public sealed class PostgreSqlConformanceTests
{
    private static readonly IReadOnlyList<ConformanceCase> Cases = StoreConformance.Cases(PostgreSqlFixture.OpenAsync);

    public static TheoryData<string> Names => [.. Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Store_ConformanceCase_Holds(string name)
    {
        _ = TestServer.ConnectionString;
        return Cases.Single(c => c.Name == name).RunAsync();
    }
}
