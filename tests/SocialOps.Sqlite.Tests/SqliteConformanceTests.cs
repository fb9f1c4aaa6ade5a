using SocialOps.Testing;

namespace SocialOps.Sqlite.Tests;

public sealed class SqliteConformanceTests
{
    private static readonly IReadOnlyList<ConformanceCase> Cases = StoreConformance.Cases(SqliteFixture.OpenAsync);

    public static TheoryData<string> Names => [.. Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Store_ConformanceCase_Holds(string name) => Cases.Single(c => c.Name == name).RunAsync();
}
