using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.ServicePackages;

namespace SocialOps.AgencyFiles.Tests;

/// <summary>The keys of packages that the small agency does not use.</summary>
public sealed class PackageTests
{
    private const string Head = "    name: Plus\n    engagement: agency\n";

    [Fact]
    public void Parse_PackageWithEntitlements_ReadsThem()
    {
        var package = Parse(Head + """
                networks: [x, instagram]
                includes: [copy, { activity: research, kind: general }]
                excludes: reporting
                goodwill:
                  - { activity: design, allow: 2 per quarter }
                posts per week: { instagram: 3 }
                approval: craft and facts
                autonomy: L3
                agreement required: true
                watch:
                  - { name: Evening, calendar: office, light: true, people: 2 }

            """).Packages[0];

        package.Entitlements.Should().Equal(
            new(Activities.Copy, ServiceClass.Included),
            new(Activities.Research, ServiceClass.Included, ContentKind.General),
            new(Activities.Reporting, ServiceClass.Excluded),
            new(Activities.Design, ServiceClass.Goodwill, null, new("design", 2, GoodwillPeriod.Quarter)));
        package.PostsPerWeek.Should().Equal(new Dictionary<string, int> { ["instagram"] = 3 });
        package.Approval.Should().Be(ApprovalPreset.CraftAndFacts);
        package.Autonomy.Should().Be(AutonomyLevel.ActThenNotify);
        package.RequiresAgreement.Should().BeTrue();
        package.Networks.Should().Equal("x", "instagram");
        package.Watch.Should().Equal(new WatchWindow("Evening", new("office"), true, 2));
    }

    [Fact]
    public void Parse_PackageWithATemplate_TakesWhatIsNotWritten()
    {
        var package = Parse(Head + "    template: rundum\n    autonomy: L1\n").Packages[0];

        package.Id.Value.Should().Be("plus");
        package.ServiceLevels.Should().HaveCount(2, "its own levels stand instead of the template's");
        package.Entitlements.Should().BeEquivalentTo(PackageTemplates.Rundum.Entitlements);
        package.Autonomy.Should().Be(AutonomyLevel.Suggest);
    }

    [Fact]
    public void Parse_LevelForNetworksAndKinds_ReadsThem()
    {
        var level = AgencyFile.Parse(SmallAgency.Yaml.Replace("        min severity: 2\n", "        min severity: 2\n        networks: twitter\n        kinds: [message, review]\n", StringComparison.Ordinal)).Packages[0].ServiceLevels[0];

        level.Networks.Should().Equal("twitter");
        level.Kinds.Should().Equal(ItemKind.DirectMessage, ItemKind.Review);
    }

    [Fact]
    public void Parse_ActivityOfItsOwn_ReadsIt()
        => AgencyFile.Parse(SmallAgency.Yaml.Replace("packages:\n", "activities:\n  podcast: { name: Podcast, skills: german, role: author }\npackages:\n", StringComparison.Ordinal)).Activities
            .Should().BeEquivalentTo([new ActivityDefinition { Id = new("podcast"), Name = "Podcast", Skills = [new("german")], Role = SocialOps.People.PersonRole.Author }]);

    [Fact]
    public void Parse_AgreementWithLeadPhasesAndResponsibilities_ReadsThem()
    {
        var agreement = AgencyFile.Parse(SmallAgency.Yaml.Replace("    agreement: { package: plus, schedule: community, escalation: standard, policy: retail }", """
                agreement:
                  package: plus
                  schedule: community
                  escalation: standard
                  policy: retail
                  lead: ada
                  term: { from: 2026-01-01, until: 2026-12-31, budget: { amount: 28800, spent: 0, spent until: 2026-01-01 } }
                  phases: [{ name: onboarding, approval: client }, { name: routine, from: 2026-04-01 }]
                  collaboration: [coach, { model: symbiosis, from: 2026-07-01 }]
                  responsibilities:
                    - { activity: copy, owner: ben, control: ada, deputy: on duty, phase: routine, kind: general, from: 2026-03-01, until: 2026-05-01 }
                    - { activity: design, owner: { client: mia } }
            """, StringComparison.Ordinal)).Clients[0].Agreement;

        agreement.Lead.Should().Be(new SocialOps.People.PersonId("ada"));
        agreement.Term.Should().Be(new SocialOps.Definitions.AgreementTerm(new(2026, 1, 1), new(2026, 12, 31), new(28_800, 0, new(2026, 1, 1))));
        agreement.Phases.Should().Equal(new SocialOps.Definitions.AgreementPhase("onboarding", null, ApprovalPreset.Client), new("routine", new(2026, 4, 1)));
        agreement.Collaboration.Should().Equal(new CollaborationTerm(CollaborationModel.Coach), new(CollaborationModel.Symbiosis, new(2026, 7, 1)));
        agreement.Responsibilities.Should().Equal(
            new Responsibility(Activities.Copy, new Party.NamedPerson(new("ben"))) { Control = new Party.NamedPerson(new("ada")), Deputy = new Party.AgencyDuty(), Phase = "routine", Kind = ContentKind.General, FromOn = new(2026, 3, 1), UntilOn = new(2026, 5, 1) },
            new Responsibility(Activities.Design, new Party.ClientSide("mia")));
    }

    [Fact]
    public void Read_AllowanceWithoutAPeriod_SaysHow()
        => AgencyFile.Read(SmallAgency.Yaml.Replace(Head, Head + "    goodwill: { activity: design, allow: 2 }\n", StringComparison.Ordinal)).Findings.Select(f => f.ToString())
            .Should().Equal("(49,42): error: packages[plus].goodwill[0].allowance: '2' is not an allowance; write e.g. 1 per month or 2 per quarter.");

    private static SocialOps.Definitions.AgencyDefinition Parse(string head)
    {
        SmallAgency.Yaml.Should().Contain(Head);
        return AgencyFile.Parse(SmallAgency.Yaml.Replace(Head, head, StringComparison.Ordinal));
    }
}
