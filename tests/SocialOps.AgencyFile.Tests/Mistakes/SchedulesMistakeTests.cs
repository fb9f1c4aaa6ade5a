namespace SocialOps.AgencyFiles.Tests.Mistakes;

/// <summary>Mistakes in on-call schedules: each with its line, its column and its whole text.</summary>
public sealed class SchedulesMistakeTests
{
    [Theory]
    [InlineData("{ mon-fri: 07:00-24:00 }", "{ mon-fri: 07:00-12:00, 13:00-24:00 }",
        "(33,40): error: schedules[community].layers[days].restrictions: '13:00-24:00' stands here as a day; inside { } a comma ends the hours before it. Put those hours in quotes.")]
    [InlineData("people: [ada, ben], turn", "people: [ada, bne], turn",
        "(34,35): error: schedules[community].layers[days].rotation.participants[1]: person 'bne' is not defined; did you mean 'ben'?")]
    [InlineData("turn: 1 week", "turn: weekly",
        "(34,47): error: schedules[community].layers[days].rotation.length: 'weekly' is not a turn's length; write e.g. 1 week, 2 days, 12 hours or 1 month.")]
    [InlineData("from: 2026-01-05 }", "from: 2026-01-06 }",
        "(34,84): error: schedules[community].layers[days].rotation.from: 2026-01-06 is a Tuesday, but turns change hands on Monday; write the Monday on which the first turn begins, e.g. 2026-01-12.")]
    [InlineData("handoff: monday 09:00", "handoff: monday",
        "(34,64): error: schedules[community].layers[days].rotation.anchor: 'monday' is not a handoff; write e.g. monday 09:00, or 09:00.")]
    [InlineData("people: [ada, ben], ", "",
        "(34,9): error: schedules[community].layers[days].rotation: nobody is named; write 'people: ' and who takes turns.")]
    [InlineData("mode: together", "mode: both",
        "(36,15): error: schedules[community].layers[rest].mode: 'both' is not a layer's mode; possible: exclusive, together.")]
    [InlineData("turns: calendar", "turns: always",
        "(37,75): error: schedules[community].layers[rest].rotation.consumption: 'always' is not what uses up turns; possible: active, calendar.")]
    [InlineData("replace: ada, with: ben", "replace: ada",
        "(39,7): error: schedules[community].overrides[easter]: 'replace' needs 'with': who stands in.")]
    [InlineData("replace: ada, with: ben", "take: ada, add: ben",
        "(39,7): error: schedules[community].overrides[easter]: write exactly one of take, replace, add and remove.")]
    [InlineData("replace: ada, with: ben", "replace: ada, with: ada",
        "(39,70): error: schedules[community].overrides[easter].replaces: 'ada' cannot stand in for themselves; name somebody else.")]
    [InlineData("replace: ada, with: ben", "take: bea",
        "(39,67): error: schedules[community].overrides[easter].person: person 'bea' is not defined; did you mean 'ben'?")]
    [InlineData("replace: ada, with: ben", "take: ada, with: ben",
        "(39,7): error: schedules[community].overrides[easter]: 'with' belongs to 'replace'; take it out.")]
    public void Read_SchedulesWithAMistake_SaysWhereAndHow(string right, string wrong, string findings) => Mistake.Of(right, wrong).Should().Equal(findings.Split('\n'));
}
