using NodaTime;
using SocialOps.AgencyFiles;
using SocialOps.Definitions;
using SocialOps.Embedding.Tests.Shipping;
using SocialOps.OnCall;
using SocialOps.Tests;

namespace SocialOps.Embedding.Tests.Guides;

/// <summary>The code of pages that have no tests of their own.</summary>
public sealed class SmallPagesTests
{
    [Fact]
    public void AgencyFile_OfTheSample_IsReadBothWays()
    {
        var before = Environment.CurrentDirectory;
        using var folder = new TempFolder();
        File.Copy(Path.Combine(Packed.Root, "samples", "agencies", "studio-nord.yaml"), folder.File("agency.yaml"));
        var path = folder.File("agency.yaml");

        // snippet: agency-file
        AgencyDefinition agency = AgencyFile.Load(path);      // throws InvalidDefinitionException with all mistakes
        AgencyFileResult result = AgencyFile.ReadFile(path);  // or as values: Definition and Findings
        // end snippet

        result.Definition!.Name.Should().Be(agency.Name);
        Environment.CurrentDirectory.Should().Be(before);
    }

    [Fact]
    public void Schedule_OfTheTestAgency_Answers()
    {
        var definition = TestAgency.Create().Schedules[0];
        var people = TestAgency.Create().People.ToDictionary(p => p.Id);
        var (now, client) = (TestAgency.Friday, TestAgency.Shop);
        var (monday, sunday) = (now, now + Duration.FromDays(3));

        // snippet: on-call
        var schedule = new OnCallSchedule(definition, people);                          // compiled once, shared by all threads
        var onDuty = schedule.At(now).OnDuty;                                           // or .Gap, the cause
        var french = schedule.At(now, new() { Client = client, Language = "fr" });      // the first in the ladder who qualifies
        var why = schedule.Explain(now).ToString();                                     // every rule that was applied
        var shifts = schedule.Between(monday, sunday);                                  // shifts and gaps, lazily
        var handoff = schedule.NextHandoff(now);
        // end snippet

        onDuty.Should().Equal(TestAgency.Ada);
        french.Should().NotBeNull();
        why.Should().Contain("ada");
        shifts.Should().NotBeEmpty();
        handoff.Should().NotBeNull();
    }
}
