using SocialOps.FakeNetwork;
using SocialOps.Testing;

namespace SocialOps.Reliability.Tests.Connectors;

/// <summary>The connector that the kills use keeps the contract on each of its networks: with it, what a history shows is the library's doing.</summary>
public sealed class FakeNetworkConformanceTests
{
    private static readonly Dictionary<string, ConformanceCase> Cases = FakeNetworkConnector.Networks
        .SelectMany(n => ConnectorConformance.Cases(new(FakeNetworkConnector.CapabilitiesOf(n)), () => FakeNetworkFixture.OpenAsync(n)).Select(c => (Name: $"{n}: {c.Name}", Case: c)))
        .ToDictionary(c => c.Name, c => c.Case);

    public static TheoryData<string> Names => [.. Cases.Where(c => c.Value.SkipReason is null).Select(c => c.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Connector_ConformanceCase_Holds(string name) => Cases[name].RunAsync();
}
