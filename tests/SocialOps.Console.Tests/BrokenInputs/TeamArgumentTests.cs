using SocialOps.Console.Tests.Processes;

namespace SocialOps.Console.Tests.BrokenInputs;

/// <summary>The mistakes that a person makes with who, readiness and report: one sentence each, with the way out.</summary>
public sealed class TeamArgumentTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("who --client radhas", "--client: there is no client 'radhas'; name one of radhaus, kornblume.")]
    [InlineData("who --client radhaus --at gestern", "--at: 'gestern' is not an instant; write one such as 2026-01-09T15:00:00Z.")]
    [InlineData("readiness --client radhas", "--client: there is no client 'radhas'; name one of radhaus, kornblume.")]
    [InlineData("readiness --days 0", "--days: 0 is no number of days ahead; write 1 to 3650.")]
    public async Task Agency_AMistakeOfAPerson_IsOneSentenceWithTheWayOut(string arguments, string expected)
    {
        var result = await ConsoleProcess.RunAsync([.. arguments.Split(' '), "--agency", ConsoleProcess.SampleAgency]);

        (result.ExitCode, result.Errors.Trim()).Should().Be((1, expected));
    }

    [Theory]
    [InlineData("--client radhas --month 2026-01", "--client: there is no client 'radhas'; name one of radhaus, kornblume.")]
    [InlineData("--client radhaus --month juni", "--month: 'juni' is not a month; write one such as 2026-06.")]
    public async Task Report_AMistakeOfAPerson_IsOneSentenceWithTheWayOut(string arguments, string expected)
    {
        var (inbox, database) = (_folder.File("in.jsonl"), _folder.File("shop.db"));
        await File.WriteAllTextAsync(inbox, """{"network":"facebook","id":"1","at":"2026-01-09T15:00:00Z","author":"a","text":"Vielen Dank, toller Service!"}""");
        await ConsoleProcess.RunAsync(["run", "--agency", ConsoleProcess.SampleAgency, "--inbox", inbox, "--db", database]);

        var result = await ConsoleProcess.RunAsync(["report", "--db", database, .. arguments.Split(' ')]);

        (result.ExitCode, result.Errors.Trim()).Should().Be((1, expected));
    }

    [Fact]
    public async Task Report_FileThatIsNotThere_SaysWhatMakesOne()
    {
        var result = await ConsoleProcess.RunAsync(["report", "--db", "nope.db", "--client", "radhaus", "--month", "2026-06"]);

        (result.ExitCode, result.Errors).Should().Match<(int Code, string Text)>(r => r.Code == 1 && r.Text.StartsWith("--db nope.db: there is no such file; 'run --db nope.db' makes one."));
    }
}
