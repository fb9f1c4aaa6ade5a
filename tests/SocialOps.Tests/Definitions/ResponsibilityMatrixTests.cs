using NodaTime;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.ServicePackages;

namespace SocialOps.Tests.Definitions;

/// <summary>Who, then, for this, and why.</summary>
public sealed class ResponsibilityMatrixTests
{
    private static readonly Recipient Ada = new Recipient.OfAgency(TestAgency.Ada);
    private static readonly Recipient Ben = new Recipient.OfAgency(TestAgency.Ben);
    private static readonly Recipient Owner = new Recipient.OfClient(TestAgency.Shop, "owner");
    private static readonly Instant Saturday = TestAgency.Friday + Duration.FromDays(1);

    private static AgencyDefinition Agency(Func<AgreementDefinition, AgreementDefinition> change)
    {
        var agency = TestAgency.Create();
        return agency with { Clients = [agency.Clients[0] with { Agreement = change(agency.Clients[0].Agreement) }, agency.Clients[1]] };
    }

    private static ResponsibilityAnswer Ask(AgencyDefinition agency, ActivityId activity, Instant? at = null, ContentKind? kind = null, ClientId? client = null)
        => new AgencySnapshot(agency, 1).Resolve(new(client ?? TestAgency.Shop, activity, kind), at ?? TestAgency.Friday);

    [Fact]
    [Requirement("0.1")]
    public void Resolve_NothingWritten_IsWhoeverIsOnDutyThen()
    {
        Ask(TestAgency.Create(), Activities.Copy).Owner.Should().Be(Ada);
        Ask(TestAgency.Create(), Activities.Copy, Saturday).Owner.Should().Be(Ben);
    }

    [Fact]
    [Requirement("0.1")]
    public void Resolve_NamedOwnerWithControlAndDeputy_NamesAllThree()
    {
        var answer = Ask(Agency(a => a with { Responsibilities = [new(Activities.Copy, new Party.NamedPerson(TestAgency.Ben)) { Control = new Party.NamedPerson(TestAgency.Ada), Deputy = new Party.ClientSide("owner") }] }), Activities.Copy);

        (answer.Owner, answer.Control, answer.Deputy).Should().Be((Ben, Ada, Owner));
        answer.Source.Should().Be(ResponsibilitySource.Agreement);
    }

    [Fact]
    [Requirement("1.2")]
    public void Resolve_NobodyNamedToControl_IsTheLeadUnlessTheyDidIt()
    {
        var agency = Agency(a => a with { Lead = TestAgency.Ben });

        Ask(agency, Activities.Copy).Control.Should().Be(Ben);
        Ask(agency, Activities.Copy, Saturday).Control.Should().BeNull("Ben does it himself");
    }

    [Fact]
    [Requirement("1.2")]
    public void Resolve_ControlStandsInForTheOwner_SomebodyElseControls()
    {
        var agency = Agency(a => a with { Lead = TestAgency.Ada, Responsibilities = [new(Activities.Copy, new Party.NamedPerson(TestAgency.Ada)) { Control = new Party.NamedPerson(TestAgency.Ben), Deputy = new Party.ClientSide() }] });
        var away = agency.People[0] with { Absences = [new(new(2026, 6, 12), new(2026, 6, 12))] };

        var answer = Ask(agency with { People = [away, agency.People[1]] }, Activities.Copy);

        (answer.Owner, answer.Control).Should().Be((Ben, Owner));
    }

    [Fact]
    [Requirement("0.4")]
    public void Resolve_ContentKinds_DifferInWhoSupplies()
    {
        Ask(TestAgency.Create(), Activities.Research, kind: ContentKind.ClientStory).Owner.Should().Be(Owner);
        Ask(TestAgency.Create(), Activities.Research, kind: ContentKind.General).Owner.Should().Be(Ada);
    }

    [Fact]
    [Requirement("0.6")]
    public void Resolve_PhaseOfTheDay_ChoosesTheLine()
    {
        var agency = Agency(a => a with
        {
            Phases = [new("onboarding"), new("routine", new(2026, 6, 13))],
            Responsibilities = [new(Activities.Copy, new Party.ClientSide()) { Phase = "onboarding" }, new(Activities.Copy, new Party.NamedPerson(TestAgency.Ben)) { Phase = "routine" }],
        });

        Ask(agency, Activities.Copy).Owner.Should().Be(Owner);
        Ask(agency, Activities.Copy, Saturday).Owner.Should().Be(Ben);
    }

    [Theory]
    [Requirement("1.8")]
    [InlineData(11, "owner")]
    [InlineData(12, "ben")]
    [InlineData(14, "ben")]
    [InlineData(15, "owner")]
    public void Resolve_LineWithDays_HoldsFromItsFirstUntilItsLast(int day, string expected)
    {
        var agency = Agency(a => a with
        {
            Responsibilities = [new(Activities.Copy, new Party.ClientSide()), new(Activities.Copy, new Party.NamedPerson(TestAgency.Ben)) { FromOn = new(2026, 6, 12), UntilOn = new(2026, 6, 15) }],
        });

        Ask(agency, Activities.Copy, Instant.FromUtc(2026, 6, day, 12, 0)).Owner!.ToString().Should().StartWith(expected);
    }

    [Fact]
    public void Resolve_LinesThatDoNotHold_SaysWhyEachWasPassedOver()
    {
        var answer = Ask(Agency(a => a with
        {
            Responsibilities = [new(Activities.Copy, new Party.NamedPerson(TestAgency.Ben)) { FromOn = new(2026, 7, 1) }, new(Activities.Copy, new Party.ClientSide()) { Kind = ContentKind.ClientStory }],
        }), Activities.Copy);

        answer.Steps.Should().Equal(
            "agreement: not ben, it begins on 2026-07-01, asked for 2026-06-12",
            "agreement: not the client, it is for ClientStory, not for content of no kind in particular",
            "usual: nothing else is written, so the agency",
            "ada: on duty in 'duty'");
    }

    [Fact]
    [Requirement("0.5")]
    public void Resolve_ExcludedActivity_IsTheClients()
    {
        var agency = TestAgency.Create();
        agency = agency with { Packages = [agency.Packages[0] with { Entitlements = [new(Activities.Design, ServiceClass.Excluded), new(Activities.Copy, ServiceClass.Included)] }, agency.Packages[1]] };

        Ask(agency, Activities.Design).Owner.Should().Be(Owner);
        Ask(agency, Activities.Copy).Owner.Should().Be(Ada);
    }

    [Fact]
    [Requirement("3.4")]
    public void Resolve_OwnerIsAway_GoesToTheDeputyAtOnce()
    {
        var agency = Agency(a => a with { Responsibilities = [new(Activities.Copy, new Party.NamedPerson(TestAgency.Ada))] });
        var away = agency.People[0] with { Absences = [new(new(2026, 6, 12), new(2026, 6, 12))] };

        var answer = Ask(agency with { People = [away, agency.People[1]] }, Activities.Copy);

        answer.Owner.Should().Be(Ben);
        answer.Steps.Should().Contain(s => s.Contains("stands in for ada", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("3.3")]
    public void Resolve_ActivityThatAsksForASkill_IsForWhoeverHasIt()
    {
        var agency = Agency(a => a with { Responsibilities = [new(Activities.Design, new Party.AgencyDuty())], Lead = TestAgency.Ben });
        agency = agency with
        {
            People = [agency.People[0], agency.People[1] with { Skills = [new("design")] }],
            Activities = [new() { Id = Activities.Design, Name = "Design", Skills = [new("design")] }],
        };

        Ask(agency, Activities.Design).Owner.Should().Be(Ben, "Ada is on duty and cannot design");
    }

    [Fact]
    public void Resolve_NobodyIsThere_StillAnswers()
    {
        var agency = TestAgency.WithoutPeopleOnDuty();
        var away = new Absence(new(2026, 6, 1), new(2026, 6, 30));
        agency = agency with { People = [.. agency.People.Select(p => p with { Absences = [away] })] };

        Ask(agency, Activities.Copy).Owner.Should().Be(Owner, "the emergency contact is the last rung");
    }

    [Theory]
    [Requirement("4.6")]
    [InlineData(CollaborationModel.Workbench, "research", true)]
    [InlineData(CollaborationModel.Workbench, "copy", false)]
    [InlineData(CollaborationModel.Coach, "copy", true)]
    [InlineData(CollaborationModel.Coach, "community-management", true)]
    [InlineData(CollaborationModel.Symbiosis, "community-management", false)]
    [InlineData(CollaborationModel.Symbiosis, "research", true)]
    public void Resolve_CollaborationModel_SaysWhoDoesWhat(CollaborationModel model, string activity, bool isClients)
        => Ask(Agency(a => a with { Collaboration = [new(model)] }), new(activity)).IsClients.Should().Be(isClients);

    [Fact]
    [Requirement("4.6")]
    public async Task Receive_AfterMovingFromCoachToSymbiosis_TheAgencyAnswers()
    {
        await using var ops = await TestOps.StartAsync(Agency(a => a with { Collaboration = [new(CollaborationModel.Coach), new(CollaborationModel.Symbiosis, new(2026, 6, 13))] }));

        var coached = await ops.ReceiveAsync("Alles kaputt");
        ops.Time.SetUtcNow(Saturday);
        var together = await ops.ReceiveAsync("Alles kaputt");

        (coached.ClientReplies, together.ClientReplies).Should().Be((true, false));
    }

    [Fact]
    [Requirement("0.1")]
    public async Task Receive_CommunityManagementOfANamedPerson_IsTheirs()
    {
        await using var ops = await TestOps.StartAsync(Agency(a => a with { Responsibilities = [new(Activities.CommunityManagement, new Party.NamedPerson(TestAgency.Ben))] }));

        (await ops.ReceiveAsync("Alles kaputt")).Responsible.Should().Be(Ben, "Ada is on duty, but the matrix names Ben");
    }

    [Fact]
    [Requirement("1.8")]
    public async Task WhoAsync_InThePast_AnswersByTheDefinitionsOfThen()
    {
        await using var ops = await TestOps.StartAsync(Agency(a => a with { Responsibilities = [new(Activities.Copy, new Party.NamedPerson(TestAgency.Ben))] }));
        await ops.PassAsync(Duration.FromHours(1));
        await ops.Ops.Agency.ApplyAsync(Agency(a => a with { Responsibilities = [new(Activities.Copy, new Party.ClientSide())] }), Actor.Service("test", "test"));
        await ops.PassAsync(Duration.FromHours(1));

        (await ops.Ops.Agency.WhoAsync(new(TestAgency.Shop, Activities.Copy), TestAgency.Friday)).Owner.Should().Be(Ben);
        (await ops.Ops.Agency.WhoAsync(new(TestAgency.Shop, Activities.Copy), TestAgency.Friday + Duration.FromHours(1))).Owner.Should().Be(Owner, "the change holds from its own instant on");
        (await ops.Ops.Agency.WhoAsync(new(TestAgency.Shop, Activities.Copy))).Owner.Should().Be(Owner);
        (await ops.Ops.Agency.WhoAsync(new(TestAgency.Shop, Activities.Copy), TestAgency.Friday - Duration.FromDays(900))).Owner.Should().Be(Ben, "the first definitions hold from the beginning of time");
    }

    [Theory]
    [Requirement("4.6")]
    [InlineData(AutonomyLevel.ActWithinPool, null, AutonomyLevel.ActWithinPool)]
    [InlineData(AutonomyLevel.Suggest, null, AutonomyLevel.Suggest)]
    [InlineData(AutonomyLevel.ActWithinPool, CollaborationModel.Workbench, AutonomyLevel.ActAfterApproval)]
    [InlineData(AutonomyLevel.Suggest, CollaborationModel.Symbiosis, AutonomyLevel.Suggest)]
    [InlineData(AutonomyLevel.ActWithinPool, CollaborationModel.Coach, AutonomyLevel.Observe)]
    public void AutonomyCapFor_PackageAndModel_IsTheLeast(AutonomyLevel package, CollaborationModel? model, AutonomyLevel expected)
    {
        var agency = Agency(a => a with { Collaboration = model is { } one ? [new(one)] : [] });
        var snapshot = new AgencySnapshot(agency with { Packages = [agency.Packages[0] with { Autonomy = package }, agency.Packages[1]] }, 1);

        snapshot.AutonomyCapFor(snapshot.FindClient(TestAgency.Shop)!, TestAgency.Friday).Should().Be(expected);
    }

    [Fact]
    [Requirement("1.2")]
    public void Validate_FaultsInTheMatrix_AreSaidAllAtOnce()
        => AgencyValidation.Validate(Agency(a => a with
        {
            Lead = new PersonId("cleo"),
            Phases = [new("one", new(2026, 2, 1)), new("two", new(2026, 1, 1))],
            Responsibilities =
            [
                new(new("copi"), new Party.NamedPerson(new("adda"))),
                new(Activities.Copy, new Party.NamedPerson(TestAgency.Ada)) { Control = new Party.NamedPerson(TestAgency.Ada), Deputy = new Party.NamedPerson(TestAgency.Ada), Phase = "three", FromOn = new(2026, 2, 1), UntilOn = new(2026, 2, 1) },
                new(Activities.Design, new Party.ClientSide("nobody")),
            ],
        })).Select(f => f.ToString()).Should().Equal(
            "error: clients[shop].agreement.lead: person 'cleo' is not defined; defined: ada, ben.",
            "error: clients[shop].agreement.phases[1].fromOn: phase 'two' does not begin after 'one'; write its first day.",
            "error: clients[shop].agreement.responsibilities[0].activity: activity 'copi' is not defined; did you mean 'copy'?",
            "error: clients[shop].agreement.responsibilities[0].owner: person 'adda' is not defined; did you mean 'ada'?",
            "warning: clients[shop].agreement.responsibilities[1].control: 'ada' looks at their own work; name somebody else.",
            "error: clients[shop].agreement.responsibilities[1].deputy: 'ada' cannot stand in for themselves; name somebody else.",
            "error: clients[shop].agreement.responsibilities[1].untilOn: the line ends on 2026-02-01 and begins on 2026-02-01; write a later day.",
            "error: clients[shop].agreement.responsibilities[1].phase: there is no phase 'three'; there are: one, two.",
            "error: clients[shop].agreement.responsibilities[2].owner: the client has no contact 'nobody'; it has: owner.");
}
