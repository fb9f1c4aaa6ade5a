using NodaTime;
using SocialOps.Definitions;
using SocialOps.Readiness.Capacity;
using SocialOps.ServicePackages;

namespace SocialOps.Tests.Readiness;

/// <summary>What a week asks of people, against the time they have.</summary>
public sealed class CapacityTests
{
    private static readonly LocalDate Monday = new(2026, 6, 8);

    /// <summary>5 posts of an hour each, half an hour a working day, 5 minutes for each hour of watching day and night: Ada on weekdays, Ben at weekends.</summary>
    private static AgencyDefinition Agency(Duration workday, Func<AgencyDefinition, AgencyDefinition>? change = null)
    {
        var agency = TestAgency.Create();
        agency = agency with
        {
            People = [.. agency.People.Select(p => p with { Capacity = new(workday, Duration.FromHours(2)) })],
            Packages =
            [
                agency.Packages[0] with
                {
                    PostsPerWeek = new Dictionary<string, int> { ["x"] = 3, ["instagram"] = 2 },
                    Watch = [new("always", IsLight: true)],
                    Effort = new(Duration.FromHours(1), Duration.FromMinutes(30), Duration.FromMinutes(5)),
                },
                agency.Packages[1],
            ],
        };
        return change?.Invoke(agency) ?? agency;
    }

    private static CapacityWeek Week(AgencyDefinition agency) => CapacityPlan.OfWeek(new(agency, 1), Monday.PlusDays(3));

    [Fact]
    [Requirement("2.14")]
    public void OfWeek_PostsUpkeepAndWatch_AreCountedByWeekdayAndPerson()
    {
        var week = Week(Agency(Duration.FromHours(6)));

        week.Monday.Should().Be(Monday);
        week.Days.Single(d => d.Person == TestAgency.Ada && d.On == Monday).Should().Be(new CapacityDay(TestAgency.Ada, Monday, Duration.FromMinutes(60 + 30 + 120), Duration.FromHours(6)));
        week.Days.Single(d => d.Person == TestAgency.Ben && d.On == Monday.PlusDays(5)).Should().Be(new CapacityDay(TestAgency.Ben, Monday.PlusDays(5), Duration.FromMinutes(120), Duration.FromHours(2)));
        week.ByClient[0].Should().Be(new ClientDemand(TestAgency.Shop, Duration.FromMinutes((5 * 210) + (2 * 120))));
        week.Hints.Should().BeEmpty();
    }

    [Fact]
    [Requirement("2.14")]
    public void OfWeek_SomebodyIsAway_ItIsAskedOfTheDeputy()
    {
        var away = Week(Agency(Duration.FromHours(6), a => a with { People = [a.People[0] with { Absences = [new(Monday, Monday)] }, a.People[1]] }));

        away.Days.Should().NotContain(d => d.Person == TestAgency.Ada && d.On == Monday);
        away.Days.Single(d => d.Person == TestAgency.Ben && d.On == Monday).Demand.Should().Be(Duration.FromMinutes(210));
    }

    [Fact]
    public void OfWeek_WhatIsTheClientsOwn_AsksForNothing()
        => Week(Agency(Duration.FromHours(6), a => a with { Clients = [a.Clients[0] with { Agreement = a.Clients[0].Agreement with { Responsibilities = [new(Activities.Copy, new Party.ClientSide())] } }, a.Clients[1]] }))
            .Days.Single(d => d.Person == TestAgency.Ada && d.On == Monday).Demand.Should().Be(Duration.FromMinutes(150));

    [Theory]
    [Requirement("2.19")]
    [InlineData(120, CapacityHintKind.Spread)]
    [InlineData(80, CapacityHintKind.Outsource)]
    [InlineData(20, CapacityHintKind.Hire)]
    public void OfWeek_LessTimeThanIsAsked_SaysWhatToDo(int minutes, CapacityHintKind expected)
        => Week(Agency(Duration.FromMinutes(minutes))).Hints[0].Kind.Should().Be(expected);

    [Fact]
    [Requirement("2.4")]
    public void OfWeek_OneHasTooMuch_NamesWhoHasRoom()
        => Week(Agency(Duration.FromMinutes(120))).Hints.Should().Equal(new CapacityHint(CapacityHintKind.Spread, "ada is asked for 17.5 h and has 14 h; ben has room."));

    [Theory]
    [Requirement("4.11")]
    [InlineData(10, 0.25, true)]
    [InlineData(40, 1.0, true)]
    [InlineData(50, 0.625, true)]
    public void Compare_OwnPersonThatIsNotFull_CostsTheWholeWeekNevertheless(int hours, double utilisation, bool agencyIsCheaper)
    {
        var compared = OwnOrAgency.Compare(Duration.FromHours(hours), 4000, Duration.FromHours(40), 3000);

        (compared.Utilisation, compared.AgencyIsCheaper).Should().Be((utilisation, agencyIsCheaper));
    }

    [Fact]
    [Requirement("4.11")]
    public void Compare_DearerAgency_OwnIsCheaper()
        => OwnOrAgency.Compare(Duration.FromHours(40), 4000, Duration.FromHours(40), 5000).AgencyIsCheaper.Should().BeFalse();

    [Fact]
    public async Task PlanWeekAsync_InAHost_UsesTheDefinitionsInForce()
    {
        await using var ops = await TestOps.StartAsync(Agency(Duration.FromHours(6)));

        (await ops.Ops.Readiness.PlanWeekAsync(Monday)).ByClient[0].Demand.Should().Be(Duration.FromMinutes(1290));
    }
}
