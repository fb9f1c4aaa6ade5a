using NodaTime;
using SocialOps.Channels;
using SocialOps.Escalations;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.AgencyFiles.Tests;

/// <summary>The keys that the small agency does not use.</summary>
public sealed class ExtrasTests
{
    [Fact]
    public void Parse_PersonWithDutyLimits_ReadsThem()
    {
        var person = Parse("    deputies: ben\n", """
                deputies: ben
                languages: [de, en]
                networks: [instagram, mastodon]
                clients: shop
                max clients: 3
                away: { from: 2026-03-05T14:00+01:00, until: 2026-03-05T15:00Z, reason: Dentist, state: requested }

            """).People[0];

        person.Languages.Should().Equal("de", "en");
        person.Networks.Should().Equal("instagram", "mastodon");
        person.Clients.Should().Equal(new ClientId("shop"));
        person.MaxClients.Should().Be(3);
        person.TimedAbsences.Should().Equal(new TimedAbsence(Instant.FromUtc(2026, 3, 5, 13, 0), Instant.FromUtc(2026, 3, 5, 15, 0), null, "Dentist") { State = AbsenceState.Requested });
    }

    [Fact]
    public void Parse_PersonWithTrainings_ReadsThem()
        => Parse("    deputies: ben\n", """
                deputies: ben
                trainings:
                  - { skill: crisis, from: 2026-01-10, until: 2027-01-10, name: Crisis day }
                  - { skill: german, from: 2026-01-10 }

            """).People[0].Trainings.Should().Equal(new Training(new("crisis"), new(2026, 1, 10), new(2027, 1, 10), "Crisis day"), new Training(new("german"), new(2026, 1, 10)));

    [Fact]
    public void Parse_ClientWithBriefing_ReadsIt()
        => Parse("    agreement:", "    briefing: { version: 2, required from: 2026-08-10, special: [No jokes, Call first] }\n    agreement:").Clients[0].Briefing
            .Should().BeEquivalentTo(new SocialOps.Definitions.BriefingDefinition { Version = 2, RequiredFromOn = new(2026, 8, 10), Special = ["No jokes", "Call first"] });

    [Fact]
    public void Parse_Guidelines_ReadsThem()
        => Parse("clients:\n  ", """
            guidelines:
              house:
                name: House rules
                sections:
                  respect: { kind: netiquette, text: { en: Be kind. }, good: [Hello], bad: [Go away] }

            clients:

            """ + "  ").Guidelines.Should().ContainSingle().Which.Sections.Should().BeEquivalentTo(
                [new SocialOps.Guidelines.GuidelineSection("respect", SocialOps.Guidelines.GuidelineSectionKind.Netiquette, new Dictionary<string, string> { ["en"] = "Be kind." }) { Good = ["Hello"], Bad = ["Go away"] }]);

    [Fact]
    public void Parse_PlatformChange_ReadsItAndRemindsThirtyDaysBeforeWhereNothingStands()
        => Parse("clients:\n  ", """
            platform changes:
              x-limits: { network: x, what: Fewer replies, from: 2026-08-01, owner: ada, source: blog }

            clients:

            """ + "  ").PlatformChanges.Should().Equal(
                new SocialOps.Definitions.PlatformChangeDefinition { Id = "x-limits", Network = "x", What = "Fewer replies", FromOn = new(2026, 8, 1), Owner = new("ada"), Source = "blog", RemindDays = 30 });

    [Fact]
    public void Parse_Routine_ReadsItInTheAgencysZone()
        => Parse("clients:\n  ", """
            routines:
              watch: { name: Daily watch, kind: watch, client: shop, owner: ada, deputy: ben, comes: every 2 weeks at 09:30 from 2026-01-05, within: 2h, time box: 20m, checklist: [Mentions, Messages] }

            clients:

            """ + "  ").Routines.Should().BeEquivalentTo(
                [new SocialOps.Definitions.RoutineDefinition
                {
                    Id = new("watch"), Name = "Daily watch", Kind = SocialOps.Definitions.RoutineKind.Watch, Client = new("shop"), Owner = new("ada"), Deputy = new("ben"),
                    Cadence = new(new(2026, 1, 5), new(9, 30), "Europe/Berlin", SocialOps.Definitions.CadenceUnit.Week, 2), Within = Duration.FromHours(2), TimeBox = Duration.FromMinutes(20), Checklist = ["Mentions", "Messages"],
                }], o => o.ComparingByValue<LocalDate>().ComparingByValue<LocalTime>().ComparingByValue<Duration>());

    [Fact]
    public void Read_RoutineThatComesAnyhow_SaysHowToWriteIt()
        => AgencyFile.Read(SmallAgency.Yaml.Replace("clients:\n  ", "routines:\n  watch: { name: W, owner: ada, comes: daily, within: 2h }\nclients:\n  ", StringComparison.Ordinal)).Findings
            .Should().ContainSingle().Which.Message.Should().Contain("'daily' is not when it comes; write e.g. every day at 09:00 from 2026-01-05");

    [Fact]
    public void Parse_AbsenceWithClientDeputies_ReadsThem()
        => Parse("deputy: ben, reason: Home", "state: requested, client deputies: { shop: ben }").People[0].Absences[1].ClientDeputies
            .Should().Contain(new ClientId("shop"), new PersonId("ben"));

    [Fact]
    public void Parse_LayerWithGroupsAndBounds_ReadsThem()
    {
        var layer = Parse("mode: together\n        rotation: { people: ben, turn: 12 hours, from: 2026-01-05, turns: calendar }", """
            active from: 2026-01-05T00:00Z
                    active until: 2027-01-05T00:00Z
                    hours: { every day: all day }
                    hours of: participant
                    rotation: { groups: [[ada, ben], [ben]], turn: "4 days, 3 days", from: 2026-01-05, turns: calendar, clock: elapsed }
            """).Schedules[0].Layers[1];

        layer.EffectiveFrom.Should().Be(Instant.FromUtc(2026, 1, 5, 0, 0));
        layer.EffectiveUntil.Should().Be(Instant.FromUtc(2027, 1, 5, 0, 0));
        layer.Restrictions[0].Zone.Should().Be(RestrictionZone.Participant);
        layer.Rotation.Groups.Should().HaveCount(2);
        layer.Rotation.Lengths.Should().Equal(4, 3);
        layer.Rotation.Clock.Should().Be(TurnClock.Elapsed);
    }

    [Fact]
    public void Parse_OverridePlanAndSkills_ReadsThem()
    {
        var schedule = Parse("replace: ada, with: ben, reason: Trip }\n", """
            take: ben, client: shop, priority: 250, local times: later }
                plans:
                  fair:
                    time: 2026-09-01 00:00 to 2026-09-03 24:00
                    holes: gap
                    shifts:
                      - { time: 2026-09-01 08:00 to 20:00, person: ada }
                skills for: { legal or press: [german] }

            """).Schedules[0];

        schedule.Overrides[0].Should().BeEquivalentTo(new { Client = new ClientId("shop"), Priority = 250, LocalTimes = LocalTimeChoice.Later });
        schedule.Plans[0].Holes.Should().Be(PlanHoles.Gap);
        schedule.Plans[0].Shifts.Should().Equal(new PlannedShift(new(2026, 9, 1, 8, 0), new(2026, 9, 1, 20, 0), new("ada")));
        schedule.CategorySkills[Category.LegalOrPress].Should().Equal(new SkillId("german"));
    }

    [Fact]
    public void Parse_EscalationWithAcknowledgements_ReadsThem()
    {
        var escalation = Parse("    steps:\n      - { tell: on duty, schedule: community, wait: 15m }", "    acknowledgements: 2\n    steps:\n      - { tell: [{ on duty: community }, ada], wait: 15m, clock: open time }").Escalations[0];

        escalation.Acknowledgements.Should().Be(2);
        escalation.Steps[0].Clock.Should().Be(DelayClock.OpenTime);
        escalation.Steps[0].Targets.Should().Equal(new EscalationTarget.OnDuty(new("community")), new EscalationTarget.Named(new("ada")));
    }

    [Fact]
    public void Parse_Retention_ReadsDaysAndLeavesTheUsualWhereNothingStands()
    {
        AgencyFile.Parse($"{SmallAgency.Yaml}\nretention: {{ items: 90 }}\n").Retention.Should().Be(new SocialOps.Definitions.RetentionDefinition { DeliveryDays = 30, ItemDays = 90 });
        AgencyFile.Parse(SmallAgency.Yaml).Retention.Should().Be(SocialOps.Definitions.RetentionDefinition.Usual);
    }

    private static SocialOps.Definitions.AgencyDefinition Parse(string before, string after)
    {
        SmallAgency.Yaml.Should().Contain(before);
        return AgencyFile.Parse(SmallAgency.Yaml.Replace(before, after, StringComparison.Ordinal));
    }
}
