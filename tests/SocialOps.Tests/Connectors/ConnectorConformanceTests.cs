using NodaTime;
using SocialOps.Channels;
using SocialOps.Testing;
using SocialOps.Testing.Connectors;

namespace SocialOps.Tests.Connectors;

/// <summary>The suite itself: sound connectors pass it, and every planted bug is caught by the case that is about it.</summary>
public sealed class ConnectorConformanceTests
{
    private static readonly PublishCapabilities ChosenId = new(PublishIdempotency.ClientChosenId, PublishLookup.ByMarker, Duration.FromMinutes(1));

    public static TheoryData<string> Bugs => [.. PlantedConnectorBugs.All.Keys];

    public static TheoryData<PublishIdempotency, PublishLookup> Sound => new()
    {
        { PublishIdempotency.None, PublishLookup.None },
        { PublishIdempotency.None, PublishLookup.ByMarker },
        { PublishIdempotency.ClientKey, PublishLookup.ByRecent },
        { PublishIdempotency.ClientChosenId, PublishLookup.ByMarker },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public async Task Cases_ConnectorWithoutABug_AllPass(PublishIdempotency idempotency, PublishLookup lookup)
    {
        var capabilities = new PublishCapabilities(idempotency, lookup, Duration.FromMinutes(1));

        await Task.WhenAll(Cases(capabilities).Where(c => c.SkipReason is null).Select(c => c.RunAsync()));
    }

    [Fact]
    public void Cases_Names_AreUnique() => Cases(ChosenId).Select(c => c.Name).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Cases_EveryFault_HasACase()
    {
        foreach (var fault in Enum.GetValues<NetworkFault>())
        {
            Cases(ChosenId, new() { [fault] = "no." }).Should().Contain(c => c.SkipReason != null, "{0} is asked for", fault);
        }
    }

    [Fact]
    public void Cases_NothingDeclaredImpossible_AllRun() => Cases(ChosenId).Should().OnlyContain(c => c.SkipReason == null);

    [Fact]
    public async Task Case_OfADeclaredFault_IsSkippedVisibly()
    {
        var skipped = Cases(ChosenId, new() { [NetworkFault.RateLimited] = "the sandbox has no limit." }).Single(c => c.Name == "Publish_RateLimited_IsNotSentUntilThen");

        skipped.SkipReason.Should().Be("RateLimited cannot be provoked: the sandbox has no limit.");
        await skipped.Invoking(c => c.RunAsync()).Should().ThrowAsync<InvalidOperationException>("what did not run must not look as if it had passed");
    }

    [Fact]
    public void Cases_NoLookUpNoIdempotency_TheirCasesAreSkipped()
        => Cases(new(PublishIdempotency.None, PublishLookup.None, Duration.Zero)).Where(c => c.SkipReason is not null).Should().HaveCount(16, "11 look and 5 send again");

    [Theory]
    [MemberData(nameof(Bugs))]
    public async Task Case_PlantedBug_IsCaught(string bug)
    {
        var (name, plant) = PlantedConnectorBugs.All[bug];
        var run = () => ConnectorConformance.Cases(new(ChosenId), () => new(Broken(plant))).Single(c => c.Name == name).RunAsync();

        await run.Should().ThrowAsync<ConformanceException>().WithMessage($"{name}: *");
    }

    [Fact]
    public void PlantedBugs_Cases_AreAllCaught()
    {
        var idle = Cases(ChosenId).Select(c => c.Name).Except(PlantedConnectorBugs.All.Values.Select(b => b.Case));

        idle.Should().BeEquivalentTo(
            ["Publish_AfterUnreachable_WorksAgain", "Publish_CancelledAtRandom_TellsTheTruth", "LookUp_AcceptedWithoutAnswer_IsFound", "LookUp_AcceptedThenServerError_IsFound",
                "LookUp_ResetBeforeAccepting_IsNothing", "LookUp_Refused_IsNothing", "LookUp_AcceptedLate_IsFoundInTheEnd", "Publish_AgainAfterResetBeforeAccepting_IsOnePost"],
            "these vary a case that a bug proves");
    }

    private static IReadOnlyList<ConformanceCase> Cases(PublishCapabilities capabilities, Dictionary<NetworkFault, string>? impossible = null)
        => ConnectorConformance.Cases(new(capabilities) { CannotProvoke = impossible ?? [] }, () => new(new BreakableConnector(capabilities)));

    private static ConnectorFixture Broken(Action<BreakableConnector> plant)
    {
        var connector = new BreakableConnector(ChosenId);
        plant(connector);
        return connector;
    }
}
