using SocialOps.Channels;

namespace SocialOps.Testing.Connectors;

/// <summary>What a network offers against sending twice, as the connector declares it.</summary>
internal static class IdempotencyCases
{
    public static void AddTo(ConnectorCaseList cases)
    {
        cases.AddIdempotent(Publish_SameRequestAgain_IsOnePostUnderOneId);
        cases.AddIdempotent(Publish_SameRequestSideBySide_IsOnePost);
        cases.AddIdempotent(Publish_AgainAfterAcceptedThenReset_IsOnePost, NetworkFault.AcceptedThenReset);
        cases.AddIdempotent(Publish_AgainAfterResetBeforeAccepting_IsOnePost, NetworkFault.ResetBeforeAccepting);
        cases.AddIdempotent(Publish_SameTextOtherKey_IsAnotherPost);
    }

    private static async Task Publish_SameRequestAgain_IsOnePostUnderOneId(ConnectorRun run)
    {
        var request = run.NewRequest();
        var (first, second) = (await run.PublishedAsync(request).ConfigureAwait(false), await run.PublishAsync(request).ConfigureAwait(false));
        Expect.Equal(first.ExternalId, (second as PublishResult.Published)?.ExternalId, $"A request that is sent again is Published under the id that it has; the second answer was {second}");
        await run.PostsAsync(request, 1, "A request that is sent again is one post").ConfigureAwait(false);
    }

    private static async Task Publish_SameRequestSideBySide_IsOnePost(ConnectorRun run)
    {
        var request = run.NewRequest();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => run.PublishAsync(request))).ConfigureAwait(false);
        Expect.That(!results.Any(r => r is PublishResult.Rejected), $"Of equal sends side by side none is Rejected, for its post is there; they were [{string.Join(", ", results.Select(r => r.GetType().Name))}].");
        await run.SettleAsync().ConfigureAwait(false);
        await run.PostsAsync(request, 1, "Equal sends side by side are one post").ConfigureAwait(false);
    }

    private static Task Publish_AgainAfterAcceptedThenReset_IsOnePost(ConnectorRun run) => AgainAsync(run, NetworkFault.AcceptedThenReset);

    private static Task Publish_AgainAfterResetBeforeAccepting_IsOnePost(ConnectorRun run) => AgainAsync(run, NetworkFault.ResetBeforeAccepting);

    private static async Task Publish_SameTextOtherKey_IsAnotherPost(ConnectorRun run)
    {
        var one = run.NewRequest();
        var two = run.NewRequest(one.Text);
        await run.PublishedAsync(one).ConfigureAwait(false);
        await run.PublishedAsync(two).ConfigureAwait(false);
        await run.PostsAsync(one, 2, "The key tells requests apart, not the text").ConfigureAwait(false);
    }

    private static async Task AgainAsync(ConnectorRun run, NetworkFault fault)
    {
        var request = run.NewRequest();
        await run.PublishAsync(request, fault).ConfigureAwait(false);
        await run.SettleAsync().ConfigureAwait(false);
        var again = ConnectorRun.Is<PublishResult.Published>(await run.PublishAsync(request).ConfigureAwait(false), $"The same send again, after {fault},");
        Expect.Sequence([again.ExternalId], (await run.PostsOfAsync(request).ConfigureAwait(false)).Select(p => p.ExternalId), "It is one post, under the id that it has");
    }
}
