using System.Text;
using SocialOps.Channels;
using SocialOps.Inbox;

namespace SocialOps.Tests.Inbox.Complaints;

/// <summary>The table of transitions, and its picture in docs/concepts/cases.md.</summary>
public sealed class ComplaintMachineTests
{
    private const string Begin = "<!-- picture: complaint, drawn from ComplaintMachine.Transitions by ComplaintMachineTests -->\n";
    private const string End = "<!-- end of picture -->";

    private static readonly ComplaintFacts Everything = new(Severity.Low, ClaimsCompensation: false, ClientHasAnswered: true);

    public static TheoryData<ComplaintStage> Stages() => [.. Enum.GetValues<ComplaintStage>()];

    [Fact]
    public void Transitions_OfOneStageAndEvent_AreAtMostOne()
        => ComplaintMachine.Transitions.Select(t => (t.From, t.On)).Should().OnlyHaveUniqueItems();

    [Theory]
    [MemberData(nameof(Stages))]
    public void Transitions_FromAnyStage_CanReachClosed(ComplaintStage stage)
    {
        var reached = new HashSet<ComplaintStage> { stage };
        while (ComplaintMachine.Transitions.Any(t => reached.Contains(t.From) && reached.Add(t.To)))
        {
        }

        reached.Should().Contain(ComplaintStage.Closed, "a dialogue ends");
    }

    [Theory]
    [MemberData(nameof(Stages))]
    [Requirement("0.13")]
    public void Transitions_ToAnyStage_LeadThroughTheApology(ComplaintStage stage)
    {
        var reached = new HashSet<ComplaintStage> { ComplaintStage.Received };
        while (ComplaintMachine.Transitions.Where(t => t.To != ComplaintStage.Apologised).Any(t => reached.Contains(t.From) && reached.Add(t.To)))
        {
        }

        reached.Contains(stage).Should().Be(stage == ComplaintStage.Received, "without the apology nothing follows");
    }

    [Theory]
    [InlineData(Severity.Low, false, ComplaintStage.SettledByApology)]
    [InlineData(Severity.Low, true, null)]
    [InlineData(Severity.Medium, false, null)]
    public void FindNext_SilenceAfterTheApology_SettlesOnlyWhatIsMildAndClaimsNothing(Severity severity, bool claims, ComplaintStage? expected)
        => ComplaintMachine.FindNext(ComplaintStage.Apologised, ComplaintEvent.SilenceLasted, new(severity, claims, false)).Should().Be(expected);

    [Fact]
    [Requirement("0.15")]
    public void FindNext_OfferWithoutTheClientsAnswer_LeadsNowhere()
        => ComplaintMachine.FindNext(ComplaintStage.ClientContacted, ComplaintEvent.SolutionSeen, Everything with { ClientHasAnswered = false }).Should().BeNull();

    [Fact]
    public void ExplainRefusal_OfAnOfferWithoutAnAnswer_NamesWhatIsMissingAndTheWaysOn()
        => ComplaintMachine.ExplainRefusal(ComplaintStage.ClientContacted, ComplaintEvent.SolutionSeen, Everything with { ClientHasAnswered = false })
            .Should().Be("the complaint stands at ClientContacted: no contact at the client has said what may be offered. From here: ClientSilent -> ClientUnreachable.");

    [Fact]
    public void Picture_InTheDocument_IsTheTable()
    {
        var document = File.ReadAllText(Document());
        var start = document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        if (Environment.GetEnvironmentVariable("SOCIALOPS_WRITE") == "1")
        {
            document = document[..start] + Picture() + document[document.IndexOf(End, start, StringComparison.Ordinal)..];
            File.WriteAllText(Document(), document);
        }

        document[start..document.IndexOf(End, start, StringComparison.Ordinal)].Should().Be(Picture());
    }

    private static string Picture()
    {
        var text = new StringBuilder("```mermaid\nstateDiagram-v2\n    [*] --> Received\n");
        foreach (var t in ComplaintMachine.Transitions)
        {
            text.Append($"    {t.From} --> {t.To}: {Words(t.On.ToString())}{(t.Guard == ComplaintGuard.None ? "" : $" [{Words(t.Guard.ToString())}]")}\n");
        }

        return text.Append("    Closed --> [*]\n```\n").ToString();
    }

    private static string Words(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : char.ToLowerInvariant(c).ToString()));

    private static string Document()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "SocialOps.sln")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory.FullName, "docs", "concepts", "cases.md");
    }
}
