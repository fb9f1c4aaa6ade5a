namespace SocialOps.AgencyFiles.Tests.Mistakes;

/// <summary>Mistakes in escalations: each with its line, its column and its whole text.</summary>
public sealed class EscalationsMistakeTests
{
    [Theory]
    [InlineData("tell: on duty, schedule: community, wait: 15m", "tell: on duty, wait: 15m",
        "(43,17): error: escalations[standard].steps[0].targets: 'on duty' does not say on which schedule; write 'schedule: ' and its id beside it.")]
    [InlineData("schedule: community, wait", "schedule: comunity, wait",
        "(43,17): error: escalations[standard].steps[0].targets[0]: schedule 'comunity' is not defined; did you mean 'community'?")]
    [InlineData("wait: 15m", "wait: 15",
        "(43,53): error: escalations[standard].steps[0].delay: '15' is not a duration; it has no unit: write 15m or 15h.")]
    [InlineData("wait: 15m", "wait: 0m",
        "(43,53): error: escalations[standard].steps[0].delay: the step does not wait; write a time longer than zero, or none for the default by severity.")]
    [InlineData("wait: 15m", "wait: 2 days",
        "(43,53): error: escalations[standard].steps[0].delay: '2 days' is not a duration; a day can mean 24 hours or a working day: write e.g. 24h, or for a target 1 working day.")]
    [InlineData("wait: 15m", "wait: soon",
        "(43,53): error: escalations[standard].steps[0].delay: 'soon' is not a duration; write e.g. 15m, 4h, 1h 30m or PT4H.")]
    [InlineData("[ada, emergency contact]", "[ada, emergncy contact]",
        "(44,23): error: escalations[standard].steps[1].targets[1]: 'emergncy contact' cannot be told; did you mean 'emergency contact'?")]
    [InlineData("tell: [ada, emergency contact]", "tell: ada, schedule: community",
        "(44,32): error: escalations[standard].steps[1].schedule: the schedule has no meaning without 'tell: on duty'; take it out, or tell whoever is on duty.")]
    [InlineData("    steps:\n      - { tell: on duty, schedule: community, wait: 15m }\n      - { tell: [ada, emergency contact] }", "    steps: []",
        "(42,5): error: escalations[standard].steps: escalation 'standard' has no step: nobody in the agency would be told. Write at least one.")]
    [InlineData("[ada, emergency contact]", "[]",
        "(44,11): error: escalations[standard].steps[1].targets: the step tells nobody; name who is told.")]
    public void Read_EscalationsWithAMistake_SaysWhereAndHow(string right, string wrong, string findings) => Mistake.Of(right, wrong).Should().Equal(findings.Split('\n'));
}
