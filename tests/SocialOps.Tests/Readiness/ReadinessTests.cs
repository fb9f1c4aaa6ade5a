using SocialOps.Definitions;
using SocialOps.People;
using SocialOps.Readiness;
using SocialOps.Readiness.Agreements;
using SocialOps.ServicePackages;

namespace SocialOps.Tests.Readiness;

/// <summary>Each check failing, with its remedy; and passing once that is applied.</summary>
public sealed class ReadinessTests
{
    private static IEnumerable<string> Failures(AgencyDefinition agency, Func<ReadinessFacts, ReadinessFacts>? change = null) => ReadyAgency.Check(agency, change).Failures.Select(f => f.ToString());

    private static AgencyDefinition WithStrategy(Func<StrategyDefinition, StrategyDefinition> change) => ReadyAgency.WithClient(c => c with { Strategy = change(c.Strategy!) });

    [Fact]
    [Requirement("1.4")]
    public void Run_GuidelineIsKeptElsewhere_WarnsThatNothingOfItCanBeCited()
        => ReadyAgency.Check(ReadyAgency.Create() with { Guidelines = [] }).Results.Should().ContainSingle(r => r.Verdict == ReadinessVerdict.Warning)
            .Which.Check.Should().Be(ReadinessCheck.Guideline);

    [Fact]
    public void Run_EverythingInPlace_IsReadyWithoutAWarning()
        => ReadyAgency.Check(ReadyAgency.Create()).Results.Should().OnlyContain(r => r.Verdict == ReadinessVerdict.Passed);

    [Fact]
    [Requirement("0.17")]
    public void Run_EmergencyContactHasOnlyMail_FailsUntilATelephoneIsWritten()
    {
        Failures(ReadyAgency.WithClient(c => c with { Contacts = [c.Contacts[0] with { Contacts = [new("mail", "owner@shop.example")] }] }))
            .Should().Equal("Failed: EmergencyContact: Owner has only mail, which waits until somebody looks. Mark a contact as emergency and write a telephone number.");
        Failures(ReadyAgency.WithClient(c => c with { Contacts = [c.Contacts[0] with { Contacts = [new("mail", "owner@shop.example"), new("phone", "+49 40 5550 01")] }] })).Should().BeEmpty();
    }

    [Fact]
    [Requirement("2.6")]
    [Requirement("2.8")]
    [Requirement("2.18")]
    public void Run_NobodyAtWeekends_FailsUntilSomebodyIsOnDuty()
    {
        var agency = ReadyAgency.Create();
        var gap = agency with { Schedules = [agency.Schedules[0] with { Layers = [agency.Schedules[0].Layers[0]] }] };

        Failures(gap).Should().ContainSingle().Which.Should().StartWith("Failed: Coverage: 53 gap(s), 2510 h in all; the first: shop: complaints, rest: 2026-06-13T00:00:00Z to 2026-06-15T00:00:00Z: 0 of 1 on duty (OutsideWindows).")
            .And.EndWith("Put somebody on duty in 'duty' then, or promise fewer hours.");
        Failures(agency).Should().BeEmpty();
    }

    [Fact]
    [Requirement("2.6")]
    public void Run_WatchWindowForTwo_FailsUntilTwoAreOnDuty()
    {
        var agency = ReadyAgency.Create();
        var two = agency with { Packages = [agency.Packages[0] with { Watch = [new("two", null, false, 2)] }, agency.Packages[1]] };
        var both = agency.Schedules[0] with { Layers = [.. agency.Schedules[0].Layers.Select(l => l with { Restrictions = [], Mode = SocialOps.OnCall.LayerMode.Together })] };

        Failures(two).Should().ContainSingle().Which.Should().Contain("1 of 2 on duty (TooFew)");
        Failures(two with { Schedules = [both] }).Should().BeEmpty();
    }

    [Fact]
    [Requirement("1.9")]
    public void Run_NetworkWithoutAPlanForInsults_FailsUntilThePolicyHasAPattern()
    {
        var agency = ReadyAgency.Create();
        var policy = agency.Policies[0];

        Failures(agency with { Policies = [policy with { Patterns = [.. policy.Patterns.Where(p => p.Category != SocialOps.Channels.Category.Insult)] }] })
            .Should().Equal("Failed: ReactionPlan: x: policy 'policy' says nothing about Insult. Write a pattern for each: who is told, what is said first.");
    }

    [Fact]
    [Requirement("3.2")]
    [Requirement("3.4")]
    public void Run_DeputyLacksTheSkill_FailsUntilTheyHaveIt()
    {
        var agency = ReadyAgency.WithClient(c => c with { Agreement = c.Agreement with { Responsibilities = [new(Activities.Design, new Party.NamedPerson(TestAgency.Ada))] } });
        agency = agency with { Activities = [new() { Id = Activities.Design, Name = "Design", Skills = [new("design")] }], People = [agency.People[0] with { Skills = [new("design")] }, agency.People[1]] };

        ReadyAgency.Check(agency).Failures.Select(f => f.ToString()).Should().Equal("Failed: Owners: design: nobody can take over from ada at once: ben lacks the skill design. Name a deputy with the same skills, role and networks.");
        Failures(agency with { People = [agency.People[0], agency.People[1] with { Skills = [new("design")] }] }).Should().BeEmpty();
    }

    [Theory]
    [Requirement("3.3")]
    [Requirement("3.4")]
    [InlineData("role")]
    [InlineData("network")]
    [InlineData("wall")]
    [InlineData("briefing")]
    public void Run_OwnerOnDutyCannotDoIt_Fails(string spoilt)
    {
        var agency = ReadyAgency.Create();
        var ben = agency.People[1];
        var (lame, reason) = spoilt switch
        {
            "role" => (ben with { Roles = [PersonRole.Approver, PersonRole.Publisher] }, "lacks the role Author"),
            "network" => (ben with { Networks = ["instagram"] }, "does not work on x"),
            "wall" => (ben with { ClientWalls = [TestAgency.Shop] }, "must not work for shop"),
            _ => (ben with { Clients = [TestAgency.Bakery] }, "is not briefed for shop"),
        };

        Failures(agency with { People = [agency.People[0], lame] }).Should().Contain($"Failed: Owners: copy: ben {reason}. Give it to somebody who can, or train them.")
            .And.Contain($"Failed: Owners: copy: nobody can take over from ada at once: ben {reason}. Name a deputy with the same skills, role and networks.");
    }

    [Fact]
    [Requirement("2.1")]
    public void Run_WithoutAStrategy_FailsInFourPlaces()
        => Failures(ReadyAgency.WithClient(c => c with { Strategy = null })).Should().Equal(
            "Failed: Goals: no goal is written down. Write what is to be reached, so that it can be checked.",
            "Failed: TargetGroup: no target group is written down. Write whom it is for.",
            "Failed: Guideline: no guideline is named. Write one, netiquette included, and name it.",
            "Failed: Brand: the brand is not described. Write its message and its tone.");

    [Theory]
    [Requirement("2.1")]
    [Requirement("1.18")]
    [InlineData(ReadinessCheck.Goals)]
    [InlineData(ReadinessCheck.TargetGroup)]
    [InlineData(ReadinessCheck.Guideline)]
    [InlineData(ReadinessCheck.Brand)]
    public void Run_OnePartOfTheStrategyIsMissing_OnlyThatFails(ReadinessCheck missing)
        => ReadyAgency.Check(WithStrategy(s => missing switch
        {
            ReadinessCheck.Goals => s with { Goals = [" "] },
            ReadinessCheck.TargetGroup => s with { TargetGroups = [] },
            ReadinessCheck.Guideline => s with { Guideline = null },
            _ => s with { Brand = "" },
        })).Failures.Select(f => f.Check).Should().Equal(missing);

    [Fact]
    public void Run_NobodySaysHowContentIsApproved_FailsUntilThePackageDoes()
    {
        var agency = ReadyAgency.Create();
        Failures(agency with { Packages = [agency.Packages[0] with { Approval = null }, agency.Packages[1]] })
            .Should().Equal("Failed: Approval: neither the package nor a phase says how content is approved. Write 'approval' in the package, e.g. agency then client.");
    }

    [Fact]
    public void Run_NobodyMayApprove_FailsUntilSomebodyHasTheRole()
    {
        var agency = ReadyAgency.Create();
        Failures(agency with { People = [.. agency.People.Select(p => p with { Roles = [PersonRole.Author, PersonRole.Publisher] })] })
            .Should().Equal("Failed: Approval: step 'agency': there is nobody for role Approver. Give the role Approver to somebody other than the author, or agree on solo approval.");
    }

    [Fact]
    public void Run_NoConnectorForANetwork_FailsUntilOneIsRegistered()
        => Failures(ReadyAgency.Create(), f => f with { HealthOf = _ => new(false) }).Should().Equal("Failed: Connectors: x: nothing can be sent there. Register a connector for it, or take the account out.");

    [Fact]
    [Requirement("3.9")]
    public void Run_ConnectorInTrouble_FailsUntilNothingWaitsForPeople()
    {
        Failures(ReadyAgency.Create(), f => f with { HealthOf = _ => new(true, "1 publication(s) wait for a person.") })
            .Should().Equal("Failed: Connectors: x: 1 publication(s) wait for a person. Put it right, and close what waits for people.");
        Failures(ReadyAgency.Create(), f => f with { HealthOf = _ => new(true, null) }).Should().BeEmpty();
    }

    [Fact]
    [Requirement("0.19")]
    public void Run_PackageChangedSinceItWasAccepted_FailsUntilItIsAgreed()
    {
        var agency = ReadyAgency.Create();
        var accepted = QuoteHash.Of(agency.Packages[0]);

        Failures(agency, f => f with { AcceptedPackageHash = accepted }).Should().BeEmpty();
        Failures(agency with { Packages = [agency.Packages[0] with { Name = "Plus 2" }, agency.Packages[1]] }, f => f with { AcceptedPackageHash = accepted })
            .Should().Equal("Failed: Agreed: package 'plus' has changed since it was accepted. Quote the changed package and have it accepted, or write it as it was.");
    }

    [Fact]
    [Requirement("2.4")]
    public void Run_OnlyOneOfTwoCanDoSomething_Warns()
    {
        var agency = ReadyAgency.Create();
        agency = agency with { People = [agency.People[0], agency.People[1] with { Roles = [PersonRole.Author, PersonRole.Approver] }] };

        ReadyAgency.Check(agency).Results.Should().ContainSingle(r => r.Check == ReadinessCheck.SinglePoints).Which.ToString().Should().Be("Warning: SinglePoints: only ada can do data-entry. Train somebody else.");
    }

    [Fact]
    [Requirement("2.17")]
    public void Run_OnePersonAlone_IsReadyWithAWarning()
    {
        var agency = ReadyAgency.Create();
        var layer = agency.Schedules[0].Layers[0] with { Restrictions = [] };
        var alone = agency with
        {
            People = [agency.People[0] with { Deputies = [] }],
            Schedules = [agency.Schedules[0] with { Layers = [layer] }],
            Escalations = [agency.Escalations[0] with { Steps = [agency.Escalations[0].Steps[0]] }],
            Packages = [agency.Packages[0] with { Approval = ApprovalPreset.Solo }, agency.Packages[1]],
        };

        var report = ReadyAgency.Check(alone);

        report.Failures.Should().BeEmpty();
        report.Results.Should().ContainSingle(r => r.Verdict == ReadinessVerdict.Warning).Which.What.Should().Be("ada does everything alone.");
    }

    [Fact]
    [Requirement("2.2")]
    public void Run_NobodyWroteWhyThatNetwork_Warns()
        => ReadyAgency.Check(WithStrategy(s => s with { ChannelReasons = new Dictionary<string, string>() })).Results
            .Should().ContainSingle(r => r.Check == ReadinessCheck.ChannelChoice).Which.ToString().Should().Be("Warning: ChannelChoice: nobody wrote why the client is on x. Write the reason in 'why these channels', or leave the network.");

    [Fact]
    [Requirement("2.7")]
    public void Run_RequestedHoliday_WarnsOfTheGapItWouldOpen()
    {
        var agency = ReadyAgency.Create();
        var wish = new Absence(new(2026, 7, 6), new(2026, 7, 10)) { State = AbsenceState.Requested };

        ReadyAgency.Check(agency with { People = [agency.People[0] with { Absences = [wish], Deputies = [] }, agency.People[1]] }).Results
            .Should().Contain(r => r.Check == ReadinessCheck.Coverage && r.Verdict == ReadinessVerdict.Warning && r.What.StartsWith("1 gap(s) would open", StringComparison.Ordinal));
    }
}
