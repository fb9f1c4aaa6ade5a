using SocialOps.Channels;

namespace SocialOps.Testing.Connectors;

/// <summary>Looking for a post. "Not there" is a proof on which the library sends again: whoever could not look must throw.</summary>
internal static class LookUpCases
{
    public static void AddTo(ConnectorCaseList cases)
    {
        cases.AddLookUp(LookUp_Published_IsFoundUnderTheSameId);
        cases.AddLookUp(LookUp_NeverSent_IsNothing);
        cases.AddLookUp(LookUp_AnotherRequest_IsNotTakenForIt);
        cases.AddLookUp(LookUp_AmongOtherPosts_IsFound);
        cases.AddLookUp(LookUp_AcceptedWithoutAnswer_IsFound, NetworkFault.AcceptedWithoutAnswer);
        cases.AddLookUp(LookUp_AcceptedThenServerError_IsFound, NetworkFault.AcceptedThenServerError);
        cases.AddLookUp(LookUp_ResetBeforeAccepting_IsNothing, NetworkFault.ResetBeforeAccepting);
        cases.AddLookUp(LookUp_Refused_IsNothing, NetworkFault.Refused);
        cases.AddLookUp(LookUp_AcceptedLate_IsFoundInTheEnd, NetworkFault.AcceptedLate);
        cases.AddLookUp(LookUp_NetworkFails_Throws, NetworkFault.LookUpFails);
        cases.AddLookUp(LookUp_Twice_SendsNothing);
    }

    private static async Task LookUp_Published_IsFoundUnderTheSameId(ConnectorRun run)
    {
        var request = run.NewRequest();
        var published = await run.PublishedAsync(request).ConfigureAwait(false);
        Expect.Equal(published.ExternalId, (await run.Publisher.LookUpAsync(request).ConfigureAwait(false))?.ExternalId, "What was published is found, under the same id");
    }

    private static async Task LookUp_NeverSent_IsNothing(ConnectorRun run)
        => Expect.Equal(null, await run.Publisher.LookUpAsync(run.NewRequest()).ConfigureAwait(false), "What was never sent is not found");

    private static async Task LookUp_AnotherRequest_IsNotTakenForIt(ConnectorRun run)
    {
        await run.PublishedAsync(run.NewRequest()).ConfigureAwait(false);
        Expect.Equal(null, await run.Publisher.LookUpAsync(run.NewRequest()).ConfigureAwait(false), "Another request's post is not taken for this one's");
    }

    private static async Task LookUp_AmongOtherPosts_IsFound(ConnectorRun run)
    {
        var requests = Enumerable.Range(0, 3).Select(_ => run.NewRequest()).ToList();
        foreach (var request in requests)
        {
            await run.PublishedAsync(request).ConfigureAwait(false);
        }

        foreach (var request in requests)
        {
            await FoundAsync(run, request).ConfigureAwait(false);
        }
    }

    private static Task LookUp_AcceptedWithoutAnswer_IsFound(ConnectorRun run) => AfterAsync(run, NetworkFault.AcceptedWithoutAnswer, isThere: true);

    private static Task LookUp_AcceptedThenServerError_IsFound(ConnectorRun run) => AfterAsync(run, NetworkFault.AcceptedThenServerError, isThere: true);

    private static Task LookUp_ResetBeforeAccepting_IsNothing(ConnectorRun run) => AfterAsync(run, NetworkFault.ResetBeforeAccepting, isThere: false);

    private static Task LookUp_Refused_IsNothing(ConnectorRun run) => AfterAsync(run, NetworkFault.Refused, isThere: false);

    private static Task LookUp_AcceptedLate_IsFoundInTheEnd(ConnectorRun run) => AfterAsync(run, NetworkFault.AcceptedLate, isThere: true);

    private static async Task LookUp_NetworkFails_Throws(ConnectorRun run)
    {
        var request = run.NewRequest();
        await run.PublishedAsync(request).ConfigureAwait(false);
        await run.ProvokeAsync(NetworkFault.LookUpFails).ConfigureAwait(false);
        await Expect.ThrowsAsync<Exception>(async () => await run.Publisher.LookUpAsync(request).ConfigureAwait(false), "Who could not look throws: nothing found would say that it is not there").ConfigureAwait(false);
        await FoundAsync(run, request).ConfigureAwait(false);
    }

    private static async Task LookUp_Twice_SendsNothing(ConnectorRun run)
    {
        var request = run.NewRequest();
        for (var i = 0; i < 2; i++)
        {
            await run.Publisher.LookUpAsync(request).ConfigureAwait(false);
        }

        await run.PostsAsync(request, 0, "Looking sends nothing").ConfigureAwait(false);
    }

    private static async Task AfterAsync(ConnectorRun run, NetworkFault fault, bool isThere)
    {
        var request = run.NewRequest();
        await run.PublishAsync(request, fault).ConfigureAwait(false);
        await run.SettleAsync().ConfigureAwait(false);
        if (isThere)
        {
            await FoundAsync(run, request).ConfigureAwait(false);
            return;
        }

        Expect.Equal(null, await run.Publisher.LookUpAsync(request).ConfigureAwait(false), $"After {fault} it is not there, and not found");
    }

    private static async Task FoundAsync(ConnectorRun run, PublishRequest request)
    {
        var posts = await run.PostsOfAsync(request).ConfigureAwait(false);
        Expect.Equal(1, posts.Count, "It is there");
        Expect.Equal(posts[0].ExternalId, (await run.Publisher.LookUpAsync(request).ConfigureAwait(false))?.ExternalId, "What is there is found, under its id");
    }
}
