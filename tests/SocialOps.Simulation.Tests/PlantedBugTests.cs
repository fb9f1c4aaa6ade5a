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
        ["no version check"] = Wide((s, q) => new NoVersionCheck(s, q)),
        ["rows given out early"] = With((s, q) => new ClaimsEarly(s, q)),
        ["rows forgotten"] = With((s, q) => new ForgetsRows(s, q)),
        ["answered before it is kept"] = With((s, q) => new AnswersBeforeItKeeps(s, q)),
        ["items twice"] = With((s, q) => new ItemsTwice(s, q)),
        ["rescue by id"] = Rescued(),
        ["an approval outlives the edit"] = Wide((s, q) => new ApprovalOutlivesTheEdit(s, q), HistoryPlan.Publications),
        ["a revocation is forgotten"] = Wide((s, q) => new RevocationForgotten(s, q), HistoryPlan.Publications),
        ["acknowledged is handled"] = Wide((s, q) => new AcknowledgedIsHandled(s, q)),
        ["the last delivery wins"] = Wide((s, q) => new LastDeliveryWins(s, q)),
        ["answers by itself in a wave"] = Wide((s, q) => new WaveNotSeen(s, q)),
        ["an approver's role is lost and counts"] = Wide((s, q) => new RoleLostCounts(s, q), HistoryPlan.Publications),
        ["nobody looks for a freeze"] = Wide((s, q) => new FreezeNotSeen(s, q), HistoryPlan.Publications),
    };

    public static TheoryData<string, int, string> Cases => new()
    {
        { "no fence on finish", 1000, "I6" },
        { "done before its effects are kept", 100, "I[18]|liveness|lost" },
        { "blind resend", 1000, "I3" },
        { "no settle window", 5000, "I3" },
        { "attempt not kept before the send", 50, "I5" },
        { "no version check", 1000, "I|frozen|liveness|lost" },
        { "rows given out early", 20, "I7" },
        { "rows forgotten", 50, "I8" },
        { "answered before it is kept", 50, "lost|I[156]" },
        { "items twice", 300, "I4" },
        { "rescue by id", 300, "I[68]" },
        { "an approval outlives the edit", 1000, "I2" },
        { "a revocation is forgotten", 1000, "I2" },
        { "an approver's role is lost and counts", 1000, "I2" },
        { "nobody looks for a freeze", 300, "frozen|liveness" },
        { "acknowledged is handled", 100, "second clock|I" },
        { "the last delivery wins", 300, "item" },
        { "answers by itself in a wave", 300, "autonomy" },
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
            CheckEvery = 1,
            Bug = (_, store, queue) =>
            {
                var buggy = bug(store, queue);
                return (buggy, buggy);
            },
        };

    private static HistoryPlan Wide<TStore>(Func<IStore, IWorkQueue, TStore> bug, HistoryPlan? plan = null)
        where TStore : IStore, IWorkQueue
        => (plan ?? HistoryPlan.Wide) with { CheckEvery = 1, Bug = With(bug).Bug };

    private static HistoryPlan Rescued() => new() { CheckEvery = 1, Beside = () => new RescuerById().Act };
}
