using SocialOps.Definitions;

namespace SocialOps.AgencyFiles.Tests;

public sealed class RoundTripTests
{
    [Fact]
    public void Parse_SmallAgency_EqualsTheOneBuiltInCSharp()
        => AgencyFile.Parse(SmallAgency.Yaml).Should().BeEquivalentTo(
            SmallAgency.Definition,
            options => options.WithStrictOrdering().RespectingRuntimeTypes().ComparingByValue<NodaTime.LocalDate>().ComparingByValue<NodaTime.LocalTime>()
                .ComparingByValue<NodaTime.LocalDateTime>().ComparingByValue<NodaTime.Duration>().ComparingByValue<SocialOps.Time.OpeningWindow>());

    [Fact]
    public void Validate_SmallAgencyBuiltInCSharp_HasNoFindings()
        => AgencyValidation.Validate(SmallAgency.Definition).Should().BeEmpty();

    [Fact]
    public void Parse_UnderAnyCulture_GivesTheSame()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new("ar-SA");
            AgencyFile.Parse(SmallAgency.Yaml).People[0].Absences[0].FirstOn.Should().Be(new NodaTime.LocalDate(2026, 7, 1));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
