namespace SocialOps.Testing.Connectors;

/// <summary>Sends that nothing is in the way of.</summary>
internal static class PublishCases
{
    private const string Item = "item-1";

    public static void AddTo(ConnectorCaseList cases)
    {
        cases.Add(Publish_Answered_IsPublishedUnderTheNetworksId);
        cases.Add(Publish_Answered_IsThereOnce);
        cases.Add(Publish_AnyText_IsThereExactly);
        cases.Add(Publish_Reply_AnswersItsItem);
        cases.Add(Publish_TwoRequests_AreTwoPosts);
        cases.Add(Publish_ManyAtOnce_EachGetsItsOwnAnswer);
    }

    private static async Task Publish_Answered_IsPublishedUnderTheNetworksId(ConnectorRun run)
    {
        var request = run.NewRequest();
        var published = await run.PublishedAsync(request).ConfigureAwait(false);
        Expect.That(!string.IsNullOrWhiteSpace(published.ExternalId), "A post has the network's id.");
        Expect.Sequence([published.ExternalId], (await run.PostsOfAsync(request).ConfigureAwait(false)).Select(p => p.ExternalId), "The id is the one under which it stands on the network");
    }

    private static async Task Publish_Answered_IsThereOnce(ConnectorRun run)
    {
        var request = run.NewRequest();
        await run.PublishedAsync(request).ConfigureAwait(false);
        await run.SettleAsync().ConfigureAwait(false);
        await run.PostsAsync(request, 1, "One send is one post").ConfigureAwait(false);
    }

    private static async Task Publish_AnyText_IsThereExactly(ConnectorRun run)
    {
        var mark = run.NewRequest().IdempotencyKey[..8];
        foreach (var text in (string[])[$"Grüße, {mark} – „schön“", $"{mark} 😀👩‍👩‍👧", $"{mark} \"a\" <b> & 100 % + 'c' \\ {{{{name}}}}", $"{mark}\nzweite Zeile"])
        {
            var request = run.NewRequest(text);
            await run.PublishedAsync(request).ConfigureAwait(false);
            await run.PostsAsync(request, 1, $"The text is sent exactly as it was approved, here '{text}'").ConfigureAwait(false);
        }
    }

    private static async Task Publish_Reply_AnswersItsItem(ConnectorRun run)
    {
        var (reply, own) = (run.NewRequest(inReplyTo: Item), run.NewRequest());
        await run.PublishedAsync(reply).ConfigureAwait(false);
        await run.PublishedAsync(own).ConfigureAwait(false);
        Expect.Equal(reply.InReplyTo, (await run.PostsOfAsync(reply).ConfigureAwait(false))[0].InReplyTo, "A reply stands under the item that it answers");
        Expect.Equal(null, (await run.PostsOfAsync(own).ConfigureAwait(false))[0].InReplyTo, "A post of its own answers nothing");
    }

    private static async Task Publish_TwoRequests_AreTwoPosts(ConnectorRun run)
    {
        var (one, two) = (run.NewRequest(), run.NewRequest());
        var ids = (await run.PublishedAsync(one).ConfigureAwait(false), await run.PublishedAsync(two).ConfigureAwait(false));
        Expect.That(ids.Item1.ExternalId != ids.Item2.ExternalId, "Two requests are two posts with ids of their own.");
    }

    private static async Task Publish_ManyAtOnce_EachGetsItsOwnAnswer(ConnectorRun run)
    {
        var requests = Enumerable.Range(0, 8).Select(_ => run.NewRequest()).ToList();
        var results = await Task.WhenAll(requests.Select(run.PublishedAsync)).ConfigureAwait(false);
        for (var i = 0; i < requests.Count; i++)
        {
            Expect.Sequence([results[i].ExternalId], (await run.PostsOfAsync(requests[i]).ConfigureAwait(false)).Select(p => p.ExternalId), "Of sends side by side each gets the id of its own post");
        }
    }
}
