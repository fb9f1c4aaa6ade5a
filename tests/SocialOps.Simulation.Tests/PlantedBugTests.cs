using SocialOps.Simulation.Tests.Bugs;
using SocialOps.Simulation.Tests.Engine;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Simulation.Tests;

/// <summary>The simulation has teeth: each planted bug breaks an invariant within the given number of histories.</summary>
public sealed class PlantedBugTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, HistoryPlan> Bugs = new()
    {
        ["no fence on finish"] = With((s, q) => new NoFenceOnFinish(s, q)),
        ["done before its effects are kept"] = With((s, q) => new AcknowledgedAtClaim(s, q)),
        ["blind resend"] = With((s, q) => new BlindResend(s, q)),
        ["no settle window"] = With((s, q) => new NoSettleWindow(s, q)),
        ["attempt not kept before the send"] = With((s, q) => new AttemptNotKept(s, q)),
        ["no version check"] = With((s, q) => new NoVersionCheck(s, q)),
        ["rows given out early"] = With((s, q) => new ClaimsEarly(s, q)),
        ["rows forgotten"] = With((s, q) => new ForgetsRows(s, q)),
        ["answered before it is kept"] = With((s, q) => new AnswersBeforeItKeeps(s, q)),
        ["items twice"] = With((s, q) => new ItemsTwice(s, q)),
        ["rescue by id"] = Rescued(),
    };

    public static TheoryData<string, int, string> Cases => new()
    {
        { "no fence on finish", 1000, "I6" },
        { "done before its effects are kept", 100, "I[18]|liveness|lost" },
        { "blind resend", 1000, "I3" },
        { "no settle window", 5000, "I3" },
        { "attempt not kept before the send", 50, "I5" },
        { "no version check", 12000, "I[38]|liveness|lost" },
        { "rows given out early", 20, "I7" },
        { "rows forgotten", 50, "I8" },
        { "answered before it is kept", 50, "lost|I[156]" },
        { "items twice", 300, "I4" },
        { "rescue by id", 300, "I[68]" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Histories_WithAPlantedBug_FindIt(string bug, int histories, string names)
    {
        var (counts, failed) = HistoryRun.PlayMany(histories, Bugs[bug]);

        output.WriteLine($"{bug}: found in history {failed?.Seed} by {failed?.Violations.FirstOrDefault()} ({counts.Elapsed.TotalSeconds:N1} s)");
        (failed is not null).Should().BeTrue("'{0}' has to be found within {1} histories", bug, histories);
        failed!.Violations[0].Should().MatchRegex($"^({names})");
    }

    /// <summary>What the promise leaves open (reliability F3): a request that the network holds for longer than the settle window can appear twice, and is seen.</summary>
    [Fact]
    public void Histories_WithRequestsHeldBeyondTheSettleWindow_ShowTheResidual()
    {
        var (counts, failed) = HistoryRun.PlayMany(5000, new HistoryPlan { Residual = true });

        output.WriteLine($"found in history {failed?.Seed} by {failed?.Violations.FirstOrDefault()} ({counts.Elapsed.TotalSeconds:N1} s)");
        (failed?.Violations[0]).Should().StartWith("I3").And.Contain("was posted twice");
    }

    private static HistoryPlan With<TStore>(Func<IStore, IWorkQueue, TStore> bug)
        where TStore : IStore, IWorkQueue
        => new()
        {
            Bug = (_, store, queue) =>
            {
                var buggy = bug(store, queue);
                return (buggy, buggy);
            },
        };

    private static HistoryPlan Rescued() => new() { Beside = () => new RescuerById().Act };
}
