using System.Text.Json;
using SocialOps.Console.Tests.Processes;

namespace SocialOps.Console.Tests.Commands;

public sealed class TriageTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Triage_AnInbox_CountsWhatThePoliciesMakeOfIt()
    {
        var result = await RunAsync("--json");

        result.ExitCode.Should().Be(0, result.Output + result.Errors);
        var json = JsonDocument.Parse(result.Output).RootElement;
        json.GetProperty("lines").GetInt32().Should().Be(4);
        json.GetProperty("unreadable").GetInt32().Should().Be(1);
        json.GetProperty("byCategory").GetProperty("Praise").GetInt32().Should().Be(1);
        json.GetProperty("bySource").GetProperty("rule").GetInt32().Should().Be(3);
    }

    [Fact]
    public async Task Triage_ExplainAnItem_TellsEveryRuleGuardAndPattern()
    {
        var result = await RunAsync("--explain", "2");

        result.ExitCode.Should().Be(0, result.Output + result.Errors);
        result.Output.Should().Contain("  defect: 'kaputt*' stands in the text: Complaint").And.Contain("  spam: none of its words stands in the text").And.Contain("  guard client-replies: the agency answers")
            .And.Contain("  pattern Complaint/ProductDefect: fits").And.Contain("  pattern Spam: not reached").And.Contain("done: Apologise 'entschuldigung-produkt', Assign, ContactClient (pattern Complaint/ProductDefect)");
    }

    [Theory]
    [InlineData("radhaus", "responsible: community-management for radhaus at 2026-01-09T15:00:00Z: lena, ", "  collaboration model Symbiosis: whoever is on duty")]
    [InlineData("kornblume", "responsible: community-management for kornblume at 2026-01-09T15:00:00Z: brandt (kornblume), ", "  package 'einsteiger': community-management is excluded, so the client")]
    public async Task Triage_ExplainAnItem_NamesWhoIsResponsibleByTheMatrix(string client, string expected, string because)
    {
        var result = await RunAsync("--explain", "2", "--client", client);

        result.Output.Should().Contain(expected).And.Contain(because);
    }

    [Fact]
    public async Task Triage_ExplainAnUnknownItem_SaysSoAndExitsWithOne()
    {
        var result = await RunAsync("--explain", "9");

        result.ExitCode.Should().Be(1);
        result.Errors.Should().Contain("no line of in.jsonl has this id");
    }

    [Fact]
    public async Task Triage_AgainstAnotherVersion_TellsWhatChanges()
    {
        var old = _folder.File("old.yaml");
        await File.WriteAllTextAsync(old, (await File.ReadAllTextAsync(ConsoleProcess.SampleAgency)).Replace("{ for: question, do: [answer, assign] }", "{ for: question, do: dismiss }", StringComparison.Ordinal));

        var result = await RunAsync("--against", old);

        result.ExitCode.Should().Be(0, result.Output + result.Errors);
        result.Output.Should().Contain("1 of 3 items are treated otherwise than by the other version.").And.Contain("  3: steps Dismiss -> Answer, Assign");
    }

    private async Task<ConsoleResult> RunAsync(params string[] arguments)
    {
        var inbox = _folder.File("in.jsonl");
        await File.WriteAllLinesAsync(inbox, [Line("1", "Vielen Dank, toller Service!"), Line("2", "Das Rad ist schon wieder kaputt."), Line("3", "Wann habt ihr morgen geöffnet?"), "no json"]);
        return await ConsoleProcess.RunAsync(["triage", "--agency", ConsoleProcess.SampleAgency, "--inbox", inbox, .. arguments]);
    }

    private static string Line(string id, string text) => $$"""{"network":"facebook","id":"{{id}}","at":"2026-01-09T15:00:00Z","author":"a","text":"{{text}}"}""";
}
