using SocialOps.Testing;
using SocialOps.Testing.Stores;

namespace SocialOps.Tests.Storage;

/// <summary>The suite itself: sound stores pass it, and every planted bug is caught by the case that is about it.</summary>
public sealed class StoreConformanceTests
{
    public static TheoryData<string> Bugs => [.. PlantedBugs.All.Keys];

    public static TheoryData<string> BugsThatRandomSequencesFind =>
    [
        "no version check", "creating overwrites", "removing checks no version", "order of UTF-16 units", "next page loses a record", "descending ignored", "To is included",
        "disposing commits", "tenants are one", "no dedupe", "state not filtered", "done keeps its payload", "lost fence", "stale lease swallowed", "dead is done",
        "lease too short", "lease never ends", "same row twice", "classes ignored", "next due unknown", "extending does nothing",
    ];

    [Fact]
    public async Task Cases_StoreWithoutABug_AllPass()
    {
        foreach (var one in StoreConformance.Cases(() => new(new BreakableStore())))
        {
            await one.RunAsync();
        }
    }

    [Fact]
    public void Cases_Names_AreUnique()
        => StoreConformance.Cases(() => new(new BreakableStore())).Select(c => c.Name).Should().OnlyHaveUniqueItems();

    [Theory]
    [MemberData(nameof(Bugs))]
    public async Task Case_PlantedBug_IsCaught(string bug)
    {
        var (name, plant) = PlantedBugs.All[bug];
        var run = () => StoreConformance.Cases(() => new(Broken(plant))).Single(c => c.Name == name).RunAsync();

        await run.Should().ThrowAsync<ConformanceException>().WithMessage($"{name}: *");
    }

    [Theory]
    [MemberData(nameof(BugsThatRandomSequencesFind))]
    public async Task RandomSequence_PlantedBug_IsCaught(string bug)
    {
        var caught = 0;
        for (var seed = 1UL; seed <= 20; seed++)
        {
            try
            {
                await StoreConformance.RandomSequence(() => new(Broken(PlantedBugs.All[bug].Plant)), seed, 200).RunAsync();
            }
            catch (ConformanceException)
            {
                caught++;
            }
        }

        caught.Should().BePositive();
    }

    [Fact]
    public async Task RandomSequence_SameSeed_FailsAtTheSameStep()
    {
        var messages = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            var run = () => StoreConformance.RandomSequence(() => new(Broken(PlantedBugs.All["no dedupe"].Plant)), 7, 500).RunAsync();
            messages.Add((await run.Should().ThrowAsync<ConformanceException>()).Which.Message);
        }

        messages[1].Should().Be(messages[0]).And.Contain("Seed 7, step ");
    }

    private static StoreFixture Broken(Action<BreakableStore> plant)
    {
        var store = new BreakableStore();
        plant(store);
        return store;
    }
}
