namespace SocialOps.AgencyFiles.Tests.Mistakes;

/// <summary>Mistakes in keys that are unknown, missing or twice, and the agency's own: each with its line, its column and its whole text.</summary>
public sealed class KeysMistakeTests
{
    [Theory]
    [InlineData("agency: x\npeople:\n",
        "(2,1): error: people: nothing is written here; write a block of entries by id, e.g. 'lena:', or take the key out.")]
    [InlineData("agency:\n a: 1\n b: 2\n",
        "(2,2): error: name: a block of keys stands where a text belongs.")]
    [InlineData("agncy: x",
        "(1,1): error: unknown key 'agncy'; did you mean 'agency'?")]
    [InlineData("agency: x\npeople: { lena: {nmae: L, contcts: {mail: a@b.example}, zone: UTC} }",
        "(2,18): error: people[lena]: unknown key 'nmae'; did you mean 'name'?\n(2,27): error: people[lena]: unknown key 'contcts'; did you mean 'contacts'?")]
    [InlineData("foo: x\nagency: y",
        "(1,1): error: unknown key 'foo'; possible: agency, zone, retention, people, calendars, schedules, escalations, activities, packages, policies, replies, guidelines, routines, platform changes, clients.")]
    public void Read_Text_SaysWhereAndHow(string yaml, string findings)
        => AgencyFile.Read(yaml).Findings.Should().Equal(findings.Split('\n'), (finding, text) => finding.ToString() == text);

    [Theory]
    [InlineData("zone: Europe/Berlin", "zone: Europe/Berln",
        "(2,7): error: zone: time zone 'Europe/Berln' does not exist; did you mean 'Europe/Berlin'?")]
    [InlineData("zone: Europe/Berlin", "zone: CEST",
        "(2,7): error: zone: time zone 'CEST' does not exist; did you mean 'CET'?")]
    [InlineData("zone: Europe/Berlin\n", "",
        "(3,3): error: people[ada].zone: there is no time zone; write an IANA id, e.g. Europe/Berlin.\n(17,3): error: calendars[office].zone: there is no time zone; write an IANA id, e.g. Europe/Berlin.\n(29,3): error: schedules[community].zone: there is no time zone; write an IANA id, e.g. Europe/Berlin.")]
    [InlineData("people:\n", "poeple:\n",
        "(3,1): error: unknown key 'poeple'; did you mean 'people'?")]
    public void Read_KeysWithAMistake_SaysWhereAndHow(string right, string wrong, string findings) => Mistake.Of(right, wrong).Should().Equal(findings.Split('\n'));
}
