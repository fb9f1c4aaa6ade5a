using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.People;

namespace SocialOps.Tests.Approvals;

/// <summary>Races of two people on two doors, for any store; also compiled into the stores' own tests.</summary>
internal static class ApprovalRaces
{
    private static readonly Recipient Author = new Recipient.OfAgency(TestAgency.Ada);
    private static readonly Recipient Ben = new Recipient.OfAgency(TestAgency.Ben);
    private static readonly Recipient Owner = new Recipient.OfClient(TestAgency.Shop, "owner");

    /// <summary>Normally a few; SOCIALOPS_RACES says how many.</summary>
    public static int Rounds(int few) => int.TryParse(Environment.GetEnvironmentVariable("SOCIALOPS_RACES"), out var many) ? many : few;

    public static async Task PrepareAsync(ISocialOps ops)
    {
        var actor = Actor.Service("test", "test");
        await ops.Default.Agency.ApplyAsync(TestAgency.Create(), actor);
        await ops.Default.Approvals.Policies.DefineAsync(new() { Id = new("any"), Steps = [new() { Name = "any", Approvers = [new ApproverSelector.Named(Ben), ApproverSelector.ClientApprover] }] }, actor);
    }

    /// <summary>Two approve at the same time: one is accepted, the other is told who was first, and one decision is kept.</summary>
    public static async Task TwoApproversAsync(ISocialOps one, ISocialOps other, int rounds)
    {
        var winners = new Dictionary<Recipient, int> { [Ben] = 0, [Owner] = 0 };
        for (var round = 0; round < rounds; round++)
        {
            var id = await SubmitAsync(one, round);
            var outcomes = await AtOnceAsync(
                round,
                () => one.Default.Approvals.ExecuteAsync(id, Approve(Ben)),
                () => other.Default.Approvals.ExecuteAsync(id, Approve(Owner)));

            var kept = (await one.Default.Approvals.FindAsync(id))!.Decisions.Should().ContainSingle("round {0}", round).Which;
            winners[kept.By]++;
            outcomes[kept.By == Ben ? 0 : 1].Outcome.Should().BeOfType<ApprovalOutcome.Accepted>();
            outcomes[kept.By == Ben ? 1 : 0].Outcome.Should().Be(new ApprovalOutcome.AlreadyDecided(kept.By, kept.At, DecisionKind.Approve), "round {0}", round);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{rounds} rounds: {string.Join(", ", winners.Select(w => $"{w.Key} first {w.Value} times"))}");
    }

    /// <summary>One edits while another approves what stood there before: whoever is first, the new bytes are never approved by it.</summary>
    public static async Task EditAgainstApproveAsync(ISocialOps one, ISocialOps other, int rounds)
    {
        var approvedFirst = 0;
        for (var round = 0; round < rounds; round++)
        {
            var id = await SubmitAsync(one, round);
            var outcomes = await AtOnceAsync(
                round,
                () => one.Default.Approvals.ExecuteAsync(id, new ApprovalCommand.Revise(Author, [Part("v2")])),
                () => other.Default.Approvals.ExecuteAsync(id, Approve(Ben) with { Parts = [Part("v1")] }));

            outcomes[0].Outcome.Should().BeOfType<ApprovalOutcome.Accepted>();
            var request = (await one.Default.Approvals.FindAsync(id))!;
            request.Parts[0].Should().Match<PartReview>(p => p.Hash == Part("v2").Hash && p.State == PartState.InReview, "round {0}", round);
            (await other.Default.Approvals.CheckAsync(id, new([Part("v2")]))).IsValid.Should().BeFalse("round {0}", round);
            request.Decisions.Should().HaveCount(outcomes[1].IsAccepted ? 1 : 0);
            approvedFirst += request.Decisions.Count;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{rounds} rounds: the approval was first {approvedFirst} times");
    }

    private static async Task<ApprovalRequestId> SubmitAsync(ISocialOps ops, int round)
    {
        var answer = await ops.Default.Approvals.SubmitAsync(TestAgency.Shop, new(ApprovalSubjectKind.Content, $"post-{round}", [Part("v1")]), Author, policy: new("any"));
        answer.IsAccepted.Should().BeTrue("{0}", answer.Outcome);
        return answer.Request!.Id;
    }

    private static ApprovalCommand.Decide Approve(Recipient by) => new(DecisionKind.Approve, by, "test");

    private static ApprovalPart Part(string text) => new("facebook", ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>Lets both go at one barrier; the one who comes last to it has a little start, so they take turns in that.</summary>
    public static async Task<T[]> AtOnceAsync<T>(int round, Func<ValueTask<T>> one, Func<ValueTask<T>> other)
    {
        using var start = new Barrier(2);
        var (late, early) = round % 2 == 0 ? (one, other) : (other, one);
        var first = RunAsync(early);
        var second = RunAsync(late);
        return round % 2 == 0 ? [await second, await first] : [await first, await second];

        Task<T> RunAsync(Func<ValueTask<T>> act) => Task.Factory.StartNew(
            async () =>
            {
                start.SignalAndWait();
                return await act();
            }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }
}
