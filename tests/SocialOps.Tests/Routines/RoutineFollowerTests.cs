using NodaTime;
using SocialOps.Definitions;

namespace SocialOps.Tests.Routines;

/// <summary>Routines that stand in the agency's definitions.</summary>
public sealed class RoutineFollowerTests
{
    private static readonly RoutineDefinition Watch = new() { Id = new("watch"), Name = "Daily watch", Kind = RoutineKind.Watch, Client = TestAgency.Shop, Owner = TestAgency.Ada, Cadence = new(new(2026, 6, 1), new(9, 0), "Etc/UTC", CadenceUnit.Day), Within = Duration.FromHours(1), Checklist = ["mentions"] };

    [Fact]
    [Requirement("1.15")]
    public async Task Apply_RoutineOfTheAgency_ComesAndTheSameAgainChangesNothing()
    {
        await using var ops = await TestOps.StartAsync(Agency(Watch));
        await ops.Ops.Agency.ApplyAsync(Agency(Watch) with { Name = "Renamed" }, TestOps.Ada);

        await ops.PassAsync(Duration.FromHours(20));

        (await ops.Ops.Routines.QueryOpenAsync(TestAgency.Ada)).Items.Should().ContainSingle().Which.Checklist.Should().Equal("mentions");
        (await ops.Ops.Audit.QueryAsync(new("watch"))).Items.Count(e => e.Action == "routine.defined").Should().Be(1);
    }

    [Fact]
    public async Task Apply_RoutineChangedThenTakenOut_ComesAsItSaysThenNoMore()
    {
        await using var ops = await TestOps.StartAsync(Agency(Watch));
        await ops.Ops.Agency.ApplyAsync(Agency(Watch with { Owner = TestAgency.Ben }), TestOps.Ada);
        await ops.PassAsync(Duration.FromHours(20));
        var changed = (await ops.Ops.Routines.QueryOpenAsync(TestAgency.Ben)).Items.Count;

        await ops.Ops.Agency.ApplyAsync(Agency(), TestOps.Ada);
        await ops.PassAsync(Duration.FromDays(3));

        changed.Should().Be(1);
        (await ops.Ops.Routines.QueryRunsAsync(new("watch"))).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task Apply_RoutineThatWasDefinedBesideTheAgency_IsLeftAlone()
    {
        await using var ops = await TestOps.StartAsync();
        await ops.Ops.Routines.DefineAsync(Watch, TestOps.Ada);

        await ops.Ops.Agency.ApplyAsync(Agency() with { Name = "Renamed" }, TestOps.Ada);
        await ops.PassAsync(Duration.FromHours(20));

        (await ops.Ops.Routines.QueryOpenAsync(TestAgency.Ada)).Items.Should().ContainSingle();
    }

    [Fact]
    public async Task Define_OneThatStandsInTheAgency_IsRefused()
    {
        await using var ops = await TestOps.StartAsync(Agency(Watch));

        var act = async () => await ops.Ops.Routines.DefineAsync(Watch with { Name = "Mine" }, TestOps.Ada);

        (await act.Should().ThrowAsync<InvalidTransitionException>()).WithMessage("*stands in the agency's definitions. Change it there*");
    }

    [Fact]
    public void Validate_RoutineOfNobody_SaysSo()
        => AgencyValidation.Validate(Agency(Watch with { Owner = new("zoe") })).Should().ContainSingle().Which.Path.Should().Be("routines[watch].owner");

    private static AgencyDefinition Agency(params RoutineDefinition[] routines) => TestAgency.Create() with { Routines = routines };
}
