namespace SocialOps.AgencyFiles.Tests.Mistakes;

/// <summary>Mistakes in packages: each with its line, its column and its whole text.</summary>
public sealed class PackagesMistakeTests
{
    [Theory]
    [InlineData("engagement: agency", "engagement: agence",
        "(48,17): error: packages[plus].engagement: 'agence' is not who answers; did you mean 'agency'?")]
    [InlineData("for: complaint", "for: compliant",
        "(51,14): error: packages[plus].serviceLevels[0].categories[0]: 'compliant' is not a category; did you mean 'complaint'?")]
    [InlineData("for: complaint", "for: LegalOrPress",
        "(51,14): error: packages[plus].serviceLevels[0].categories[0]: 'LegalOrPress' is not a category; did you mean 'legal or press'?")]
    [InlineData("min severity: 2", "min severity: 5",
        "(52,23): error: packages[plus].serviceLevels[0].minSeverity: '5' is not a severity; possible: none, low, medium, high, critical, 0, 1, 2, 3, 4.")]
    [InlineData("acknowledge: 1h 30m", "acknowledge: 0h",
        "(53,22): error: packages[plus].serviceLevels[0].acknowledge.workday: the target is not longer than zero; write a time that people can keep, e.g. 1 hour.")]
    [InlineData("acknowledge: 1h 30m", "acknowledge: 1 day",
        "(53,22): error: packages[plus].serviceLevels[0].acknowledge: '1 day' is not a target; a day can mean 24 hours or a working day: write e.g. 24h, or for a target 1 working day.")]
    [InlineData("acknowledge: 1h 30m", "acknowledge: same day by 25:00",
        "(53,22): error: packages[plus].serviceLevels[0].acknowledge: 'same day by 25:00' is not a target: 25:00 is not a time of day; write one from 00:00 to 23:59.")]
    [InlineData("acknowledge: 1h 30m", "acknowledge: { weekend: 4h }",
        "(53,9): error: packages[plus].serviceLevels[0].acknowledge.workday: the key 'workday' is missing; write 'workday: ' and a target.")]
    [InlineData("2 working days", "0 working days",
        "(55,25): error: packages[plus].serviceLevels[0].clientContact.workday: the target of 0 working days is not longer than zero; write 1 or more.")]
    [InlineData("calendar: office", "calendar: offce",
        "(57,19): error: packages[plus].serviceLevels[1].calendar: calendar 'offce' is not defined; did you mean 'office'?")]
    [InlineData("\"same day by 20:00, at least 30m\"", "same day by 20:00, at least 30m",
        "(58,65): error: packages[plus].serviceLevels[1].acknowledge: 'at least 30m' stands here as a key; inside { } a comma ends the value before it. Put that value in quotes.")]
    [InlineData("min severity: 2\n", "min severity: 2\n        calendar: [office]\n",
        "(53,19): error: packages[plus].serviceLevels[0].calendar: a list stands where the id of a calendar belongs.")]
    public void Read_PackagesWithAMistake_SaysWhereAndHow(string right, string wrong, string findings) => Mistake.Of(right, wrong).Should().Equal(findings.Split('\n'));
}
