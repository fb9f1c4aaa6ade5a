namespace SocialOps.AgencyFiles.Tests.Mistakes;

/// <summary>Mistakes in people: each with its line, its column and its whole text.</summary>
public sealed class PeopleMistakeTests
{
    [Theory]
    [InlineData("name: Ada", "name: ",
        "(5,5): error: people[ada].name: nothing is written here; write a text, or take the key out.")]
    [InlineData("    name: Ada\n", "",
        "(4,3): error: people[ada].name: the key 'name' is missing; write 'name: ' and a text.")]
    [InlineData("name: Ada", "name: [Ada]",
        "(5,11): error: people[ada].name: a list stands where a text belongs.")]
    [InlineData("skills: [german]", "skills: { a: b }",
        "(6,13): error: people[ada].skills[0]: a block of keys stands where the id of a skill belongs.")]
    [InlineData("[author, duty manager]", "[author, dutymanager, boss]",
        "(7,21): error: people[ada].roles[1]: 'dutymanager' is not a role; did you mean 'duty manager'?\n(7,34): error: people[ada].roles[2]: 'boss' is not a role; possible: author, approver, publisher, duty manager, admin.")]
    [InlineData("mail: ada@small.example", "mail: ada.small.example",
        "(8,23): error: people[ada].contacts[0]: 'ada.small.example' is not a mail address; write one like lena@studio.example.")]
    [InlineData("mail: ada@small.example", "mail: ",
        "(8,17): error: people[ada].contacts[mail]: nothing is written here; write an address, or take the key out.")]
    [InlineData("mail: ada@small.example", "e mail: a",
        "(8,25): error: people[ada].contacts[0]: 'e mail' is not a way to reach somebody; write one word, e.g. mail, phone or sms.")]
    [InlineData("contacts: { mail: ben@small.example }", "contacts: {}",
        "(16,5): error: people[ben].contacts: 'ben' cannot be reached; write at least one contact, e.g. a mail address.")]
    [InlineData("contacts: { mail: ben@small.example }", "contacts: ben@small.example",
        "(16,15): error: people[ben].contacts: 'ben@small.example' stands where a block of contacts, e.g. 'mail: lena@studio.example' belongs.")]
    [InlineData("deputies: ben", "deputies: ada",
        "(9,15): error: people[ada].deputies[0]: 'ada' cannot stand in for themselves; name somebody else.")]
    [InlineData("deputies: ben", "deputies: bne",
        "(9,15): error: people[ada].deputies[0]: person 'bne' is not defined; did you mean 'ben'?")]
    [InlineData("deputies: ben", "deputies: ben, cleo",
        "(9,15): error: people[ada].deputies[0]: 'ben, cleo' is not the id of a person; write several as a list: [ben, cleo].")]
    [InlineData("deputies: ben", "deputies: [ben, ben]",
        "(9,21): warning: people[ada].deputies[1]: 'ben' stands here twice; the second place has no effect.")]
    [InlineData("2026-07-01 to 2026-07-14", "2026-07-14 to 2026-07-01",
        "(11,9): error: people[ada].absences[0]: the absence ends on 2026-07-01, before it begins on 2026-07-14; exchange the two days.")]
    [InlineData("2026-07-01 to 2026-07-14", "2026-02-30",
        "(11,9): error: people[ada].absences[0]: '2026-02-30' is not a stretch of days: there is no 2026-02-30; write an existing day and time.")]
    [InlineData("2026-07-01 to 2026-07-14", "1.7.2026",
        "(11,9): error: people[ada].absences[0]: '1.7.2026' is not a stretch of days; write e.g. 2026-07-01 to 2026-07-14, or one day.")]
    [InlineData("deputy: ben", "deputy: ada",
        "(12,37): error: people[ada].absences[1].deputy: 'ada' cannot stand in for themselves; name somebody else.")]
    [InlineData("{ days: 2026-12-24, ", "{ day: 2026-12-24, ",
        "(12,11): error: people[ada].absences[1]: unknown key 'day'; did you mean 'days'?")]
    [InlineData("  ben:\n    name", "  b n:\n    name",
        "(9,15): error: people[ada].deputies[0]: person 'ben' is not defined; did you mean 'b n'?\n(12,37): error: people[ada].absences[1].deputy: person 'ben' is not defined; did you mean 'b n'?\n(13,3): error: people[b n]: 'b n' is not an id: 1 to 64 of A-Z, a-z, 0-9, '-', '_' and '.', beginning with a letter or digit.\n(34,35): error: schedules[community].layers[days].rotation.participants[1]: person 'ben' is not defined; did you mean 'b n'?\n(37,29): error: schedules[community].layers[rest].rotation.participants[0]: person 'ben' is not defined; did you mean 'b n'?\n(39,81): error: schedules[community].overrides[easter].person: person 'ben' is not defined; did you mean 'b n'?")]
    public void Read_PeopleWithAMistake_SaysWhereAndHow(string right, string wrong, string findings) => Mistake.Of(right, wrong).Should().Equal(findings.Split('\n'));
}
