using SocialOps.OnCall;
using SocialOps.Time;

namespace SocialOps.AgencyFiles.Tests;

public sealed class SampleTests
{
    [Fact]
    public void ReadFile_TheSample_HasNoFindings()
    {
        var result = AgencyFile.ReadFile(Repository.Sample);

        result.Findings.Should().BeEmpty();
        result.Definition!.Name.Should().Be("Studio Nord");
    }

    [Fact]
    public void Schedule_OfTheSample_HasSomebodyOnDutyAtEveryHour()
    {
        var agency = AgencyFile.Load(Repository.Sample);
        var schedule = new OnCallSchedule(agency.Schedules[0], agency.People.ToDictionary(p => p.Id));

        var (from, to) = (NodaTime.Instant.FromUtc(2015, 1, 1, 0, 0), NodaTime.Instant.FromUtc(2028, 1, 1, 0, 0));
        schedule.Between(from, to).Where(shift => shift.Answer.OnDuty.Count == 0).Should().BeEmpty();
    }

    [Fact]
    public void Calendars_OfTheSample_Compile()
        => AgencyFile.Load(Repository.Sample).Calendars.Select(c => BusinessCalendar.Compile(c)).Should().HaveCount(2);
}
