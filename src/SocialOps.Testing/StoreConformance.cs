using SocialOps.Testing.Stores;

namespace SocialOps.Testing;

/// <summary>
/// What every store must do: run all of it against a store of your own, one test a case. <c>foreach (var c in StoreConformance.Cases(OpenMine)) await c.RunAsync();</c>
/// The suite needs no test framework.
/// </summary>
public static class StoreConformance
{
    /// <summary>All cases: the contract sentence by sentence, then random sequences against a naive model.</summary>
    /// <param name="open">Makes a fixture around an empty store; called once a case.</param>
    public static IReadOnlyList<ConformanceCase> Cases(Func<ValueTask<StoreFixture>> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        var cases = new CaseList(open);
        RecordCases.AddTo(cases);
        QueryCases.AddTo(cases);
        TransactionCases.AddTo(cases);
        TenantCases.AddTo(cases);
        ScheduleCases.AddTo(cases);
        ClaimCases.AddTo(cases);
        LeaseCases.AddTo(cases);
        AuditCases.AddTo(cases);
        RaceCases.AddTo(cases);
        for (var seed = 1; seed <= 20; seed++)
        {
            var fixedSeed = (ulong)seed;
            cases.Add(fixture => new RandomSequence(fixture, fixedSeed).RunAsync(200), $"Random_Sequence_{seed:D2}_MatchesTheModel");
        }

        return cases.Cases;
    }

    /// <summary>One random sequence against the naive model, as long as wanted; the same seed plays the same operations.</summary>
    /// <param name="open">Makes a fixture around an empty store.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="steps">How many transactions and claims; at least 1.</param>
    public static ConformanceCase RandomSequence(Func<ValueTask<StoreFixture>> open, ulong seed, int steps)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var cases = new CaseList(open);
        cases.Add(fixture => new RandomSequence(fixture, seed).RunAsync(steps), $"Random_Sequence_{seed}_MatchesTheModel");
        return cases.Cases[0];
    }
}
