using SocialOps.Plants;

namespace SocialOps.Architecture.Tests;

/// <summary><c>eng/plants.sh</c> plants each bug and runs the tests; here only that its list is up to date.</summary>
public sealed class PlantsTests
{
    public static TheoryData<string> Names => [.. Plants.Select(p => p.Name)];

    private static IReadOnlyList<Plant> Plants { get; } = Plant.ReadAll(Path.Combine(RepositoryRoot.Path, "eng/plants/plants.txt"));

    [Fact]
    public void Plants_All_AreFortyOrMoreWithNamesOfTheirOwn()
        => Plants.Select(p => p.Name).Should().OnlyHaveUniqueItems().And.HaveCountGreaterThanOrEqualTo(40);

    [Theory]
    [MemberData(nameof(Names))]
    public void Plant_ItsPlaceAndTests_AreThere(string name)
    {
        var plant = Plants.Single(p => p.Name == name);
        plant.CountIn(RepositoryRoot.Path).Should().Be(1, "{0} is the place of {1}", plant.Old, plant.File);
        plant.New.Should().NotBe(plant.Old);
        foreach (var one in plant.Classes)
        {
            Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests", plant.Project), one.TrimStart('*') + ".cs", SearchOption.AllDirectories).Should().NotBeEmpty();
        }
    }
}
