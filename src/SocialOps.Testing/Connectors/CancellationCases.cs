using SocialOps.Channels;

namespace SocialOps.Testing.Connectors;

/// <summary>A send that is cancelled: the truth about it is a result, never an exception.</summary>
internal static class CancellationCases
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    public static void AddTo(ConnectorCaseList cases)
    {
        cases.Add(Publish_CancelledBefore_TellsTheTruth);
        cases.Add(Publish_CancelledAtRandom_TellsTheTruth);
        cases.AddFault(NetworkFault.AcceptedWithoutAnswer, Publish_CancelledWaiting_EndsSoon);
    }

    private static Task Publish_CancelledBefore_TellsTheTruth(ConnectorRun run) => CancelledAsync(run, TimeSpan.Zero);

    private static async Task Publish_CancelledAtRandom_TellsTheTruth(ConnectorRun run)
    {
        for (var i = 0; i < 20; i++)
        {
            await CancelledAsync(run, TimeSpan.FromMicroseconds(1 << i / 2)).ConfigureAwait(false);
        }
    }

    private static async Task Publish_CancelledWaiting_EndsSoon(ConnectorRun run)
    {
        var request = run.NewRequest();
        await run.ProvokeAsync(NetworkFault.AcceptedWithoutAnswer).ConfigureAwait(false);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        try
        {
            var result = await run.PublishAsync(request, patience.Token).WaitAsync(LongestEnd, CancellationToken.None).ConfigureAwait(false);
            ConnectorRun.Is<PublishResult.OutcomeUnknown>(result, "A send that is cancelled after the request has left");
        }
        catch (TimeoutException)
        {
            throw new ConformanceException($"A cancelled send ends soon; after {LongestEnd.TotalSeconds} s it still waited.");
        }
    }

    private static async Task CancelledAsync(ConnectorRun run, TimeSpan after)
    {
        var request = run.NewRequest();
        using var stop = new CancellationTokenSource();
        if (after == TimeSpan.Zero)
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
        else
        {
            stop.CancelAfter(after);
        }

        var result = await run.PublishAsync(request, stop.Token).ConfigureAwait(false);
        await run.SettleAsync().ConfigureAwait(false);
        var posts = (await run.PostsOfAsync(request).ConfigureAwait(false)).Count;
        Expect.That(result is PublishResult.Published or PublishResult.NotSent or PublishResult.OutcomeUnknown, $"A cancelled send is NotSent or OutcomeUnknown, or was there before; it was {result}.");
        Expect.That(result is PublishResult.NotSent ? posts == 0 : posts <= 1, $"After {result.GetType().Name} of a cancelled send {posts} posts are there.");
    }
}
