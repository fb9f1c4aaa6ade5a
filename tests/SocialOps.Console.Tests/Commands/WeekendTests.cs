namespace SocialOps.Console.Tests.Commands;

public sealed class WeekendTests(WeekendFixture weekend) : IClassFixture<WeekendFixture>
{
    private string[] Lines => weekend.Result.Output.Split('\n');

    [Fact]
    public void Weekend_Piped_IsPlainTextOfAtMostAHundredColumns()
    {
        weekend.Result.ExitCode.Should().Be(0, "{0}", weekend.Result.Errors);
        Lines.Should().OnlyContain(l => l.Length <= 100 || l.StartsWith("The database lies in ", StringComparison.Ordinal)).And.NotContain(l => l.Contains('\u001b'));
    }

    [Fact]
    public void Weekend_BeginsWithWhoIsOnDutyAndTheProof()
    {
        Lines[0].Should().Be("Fri 15:59  On duty until Sat 00:00: Jonas Behrend.");
        Lines[1].Should().Be("Sat 00:00  On duty until Mon 00:00: Lena Harms.");
        Lines[3].Should().StartWith("Fri 15:59  Proved: until Mon 09:00 not a second is without somebody on duty (TZDB: ");
    }

    [Fact]
    public void Weekend_NobodyAnswersInTheNight_ClimbsToTheEmergencyContact()
        => Lines.Should().Contain(l => System.Text.RegularExpressions.Regex.IsMatch(l, "^Sun 0[0-5]:[0-9]{2}  → Inga Petersen, Inhaberin by phone: "));

    [Fact]
    public void Weekend_TheWave_IsToldLevelByLevelFromSaturdayOn()
        => Lines.SkipWhile(l => !l.Contains("The wave, level by level", StringComparison.Ordinal)).Where(l => l.StartsWith("│ ", StringComparison.Ordinal)).Select(l => l.Split('│')).Select(c => (c[1].Trim(), c[2].Trim()))
            .Should().Contain([("Fri 16:00", "1"), ("Sat 11:56", "2")]);

    [Fact]
    public void Weekend_SideBySide_IsInTheOrderOfTime()
    {
        string[] days = ["Fri", "Sat", "Sun", "Mon"];
        var times = Lines.SkipWhile(l => !l.StartsWith("│ when", StringComparison.Ordinal)).TakeWhile(l => !l.StartsWith('╰')).Where(l => days.Any(d => l.StartsWith($"│ {d} ", StringComparison.Ordinal)))
            .Select(l => (Array.IndexOf(days, l[2..5]), l[6..11])).ToList();

        times.Should().HaveCountGreaterThan(5).And.BeInAscendingOrder();
    }

    [Fact]
    public void Weekend_EndsWithASummaryAndWhereTheDatabaseLies()
    {
        weekend.Result.Output.Should().Contain("│ items         │ 15,064 (64 duplicates, 0 in quarantine)").And.Contain("│ unattended    │ 0: every open case has a next action and somebody responsible");
        Lines[^2].TrimEnd('\r').Should().Be($"The database lies in {weekend.Database}; what was posted, beside it in weekend.db.outbox.jsonl.");
    }
}
