namespace SocialOps.AgencyFiles.Tests;

public sealed class ManyMistakesTests
{
    [Fact]
    public void Read_MistakesOfEveryKind_ReportsAllOfThemInTheOrderOfTheFile()
    {
        const string yaml = """
            agency: Broken
            zone: Europe/Berlin
            people:
              lena:
                name: Lena
                contacts: { mail: lena at studio }
                deputies: [lena, jnas]
              jonas:
                nmae: Jonas
                contacts: { phone: +49 40 5550 01 }
              lena:
                name: Lena
            schedules:
              community:
                layers:
                  all:
                    rotation: { people: [lena, jonas], turn: weekly, from: 2026-01-05 }
            packages:
              plus: { name: Plus, engagement: agency, service levels: { name: All, acknowledge: 60 } }
            clients:
              shop:
                name: Shop
                colour: red
                accounts:
                  shop: { network: twitter, handle: shop }
                agreement: { package: plus, schedule: comunity, escalation: standard, policy: retail }
            """;

        AgencyFile.Read(yaml).Findings.Select(f => f.ToString()).Should().Equal(
            "(6,23): error: people[lena].contacts[0]: 'lena at studio' is not a mail address; write one like lena@studio.example.",
            "(7,16): error: people[lena].deputies[0]: 'lena' cannot stand in for themselves; name somebody else.",
            "(7,22): error: people[lena].deputies[1]: person 'jnas' is not defined; did you mean 'jonas'?",
            "(9,5): error: people[jonas]: unknown key 'nmae'; did you mean 'name'?",
            "(11,3): error: people: 'lena' stands here twice, first in line 4; keep one.",
            "(17,50): error: schedules[community].layers[all].rotation.length: 'weekly' is not a turn's length; write e.g. 1 week, 2 days, 12 hours or 1 month.",
            "(19,85): error: packages[plus].serviceLevels[0].acknowledge: '60' is not a target; it has no unit: write 60m or 60h.",
            "(21,3): error: clients[shop].contacts: package 'plus' handles complaints, but client 'shop' has no emergency contact who can be reached; mark one contact as emergency and write how to reach them.",
            "(23,5): error: clients[shop]: unknown key 'colour'; possible: name, accounts, contacts, campaigns, experts, strategy, briefing, agreement.",
            "(26,43): error: clients[shop].agreement.schedule: schedule 'comunity' is not defined; did you mean 'community'?",
            "(26,65): error: clients[shop].agreement.escalation: escalation 'standard' is not defined; no escalation is.",
            "(26,83): error: clients[shop].agreement.policy: policy 'retail' is not defined; no policy is.");
    }
}
