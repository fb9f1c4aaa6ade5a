using SocialOps.Testing.Connectors;

namespace SocialOps.Testing;

/// <summary>
/// What every publishing connector must do, so that nothing is ever sent twice: run all of it against a connector of your own, one test a case.
/// <c>foreach (var c in ConnectorConformance.Cases(declaration, OpenMine)) await c.RunAsync();</c> The suite needs no test framework. A case whose
/// <see cref="ConformanceCase.SkipReason"/> is set is to be skipped visibly.
/// </summary>
public static class ConnectorConformance
{
    /// <summary>All cases: what it declares, how each answer of the network is mapped, looking up, and what it offers against sending twice.</summary>
    /// <param name="declaration">What the connector offers, and what cannot be provoked on its network.</param>
    /// <param name="open">Makes a fixture around a connector whose network has no posts yet, or none that a case could take for its own; called once a case.</param>
    public static IReadOnlyList<ConformanceCase> Cases(ConnectorDeclaration declaration, Func<ValueTask<ConnectorFixture>> open)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        ArgumentNullException.ThrowIfNull(open);
        var cases = new ConnectorCaseList(declaration, open);
        CapabilityCases.AddTo(cases);
        PublishCases.AddTo(cases);
        FaultCases.AddTo(cases);
        CancellationCases.AddTo(cases);
        LookUpCases.AddTo(cases);
        IdempotencyCases.AddTo(cases);
        return cases.Cases;
    }
}
