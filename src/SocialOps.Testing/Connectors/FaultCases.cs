using NodaTime;
using SocialOps.Channels;

namespace SocialOps.Testing.Connectors;

/// <summary>How each answer of a network is mapped. A fault holds for one request, so a connector that quietly tries again betrays itself by its answer.</summary>
internal static class FaultCases
{
    public static void AddTo(ConnectorCaseList cases)
    {
        cases.AddFault(NetworkFault.Unreachable, Publish_Unreachable_IsNotSent);
        cases.AddFault(NetworkFault.RateLimited, Publish_RateLimited_IsNotSentUntilThen);
        cases.AddFault(NetworkFault.TokenExpired, Publish_TokenExpired_IsNotSentWithItsReason);
        cases.AddFault(NetworkFault.Refused, Publish_Refused_IsRejectedWithCodeAndReason);
        cases.AddFault(NetworkFault.AcceptedWithoutAnswer, Publish_AcceptedWithoutAnswer_IsUnknown);
        cases.AddFault(NetworkFault.AcceptedThenReset, Publish_AcceptedThenReset_IsUnknown);
        cases.AddFault(NetworkFault.AcceptedThenServerError, Publish_AcceptedThenServerError_IsUnknown);
        cases.AddFault(NetworkFault.AcceptedThenGarbage, Publish_AcceptedThenGarbage_IsUnknown);
        cases.AddFault(NetworkFault.ResetBeforeAccepting, Publish_ResetBeforeAccepting_IsUnknown);
        cases.AddFault(NetworkFault.AcceptedLate, Publish_AcceptedLate_IsUnknown);
        cases.AddFault(NetworkFault.Unreachable, Publish_AfterUnreachable_WorksAgain);
        cases.AddFault(NetworkFault.AcceptedThenReset, Publish_AfterReset_WorksAgain);
    }

    private static async Task Publish_Unreachable_IsNotSent(ConnectorRun run) => await NotSentAsync(run, NetworkFault.Unreachable).ConfigureAwait(false);

    private static async Task Publish_RateLimited_IsNotSentUntilThen(ConnectorRun run)
    {
        var notSent = await NotSentAsync(run, NetworkFault.RateLimited).ConfigureAwait(false);
        Expect.That(notSent.RetryAfter > Duration.Zero, $"How long the network says to wait is told; RetryAfter was {notSent.RetryAfter?.ToString() ?? "nothing"}.");
    }

    private static async Task Publish_TokenExpired_IsNotSentWithItsReason(ConnectorRun run) => await NotSentAsync(run, NetworkFault.TokenExpired).ConfigureAwait(false);

    private static async Task Publish_Refused_IsRejectedWithCodeAndReason(ConnectorRun run)
    {
        var request = run.NewRequest();
        var rejected = ConnectorRun.Is<PublishResult.Rejected>(await run.PublishAsync(request, NetworkFault.Refused).ConfigureAwait(false), "What the network refuses for good");
        Expect.That(!string.IsNullOrWhiteSpace(rejected.Code) && !string.IsNullOrWhiteSpace(rejected.Reason), "A refusal carries the network's code and a reason for people.");
        await run.SettleAsync().ConfigureAwait(false);
        await run.PostsAsync(request, 0, "What was refused is not tried again").ConfigureAwait(false);
    }

    private static Task Publish_AcceptedWithoutAnswer_IsUnknown(ConnectorRun run) => UnknownAsync(run, NetworkFault.AcceptedWithoutAnswer, 1);

    private static Task Publish_AcceptedThenReset_IsUnknown(ConnectorRun run) => UnknownAsync(run, NetworkFault.AcceptedThenReset, 1);

    private static Task Publish_AcceptedThenServerError_IsUnknown(ConnectorRun run) => UnknownAsync(run, NetworkFault.AcceptedThenServerError, 1);

    private static Task Publish_AcceptedThenGarbage_IsUnknown(ConnectorRun run) => UnknownAsync(run, NetworkFault.AcceptedThenGarbage, 1);

    private static Task Publish_ResetBeforeAccepting_IsUnknown(ConnectorRun run) => UnknownAsync(run, NetworkFault.ResetBeforeAccepting, 0);

    private static Task Publish_AcceptedLate_IsUnknown(ConnectorRun run) => UnknownAsync(run, NetworkFault.AcceptedLate, 1);

    private static async Task Publish_AfterUnreachable_WorksAgain(ConnectorRun run)
    {
        await NotSentAsync(run, NetworkFault.Unreachable).ConfigureAwait(false);
        await run.PublishedAsync(run.NewRequest()).ConfigureAwait(false);
    }

    private static async Task Publish_AfterReset_WorksAgain(ConnectorRun run)
    {
        await UnknownAsync(run, NetworkFault.AcceptedThenReset, 1).ConfigureAwait(false);
        await run.PublishedAsync(run.NewRequest()).ConfigureAwait(false);
    }

    private static async Task<PublishResult.NotSent> NotSentAsync(ConnectorRun run, NetworkFault fault)
    {
        var request = run.NewRequest();
        var notSent = ConnectorRun.Is<PublishResult.NotSent>(await run.PublishAsync(request, fault).ConfigureAwait(false), $"A send that meets {fault}");
        Expect.That(!string.IsNullOrWhiteSpace(notSent.Reason), "Why it was not sent is told.");
        await run.SettleAsync().ConfigureAwait(false);
        await run.PostsAsync(request, 0, "What was not sent is not there").ConfigureAwait(false);
        return notSent;
    }

    private static async Task UnknownAsync(ConnectorRun run, NetworkFault fault, int posts)
    {
        var request = run.NewRequest();
        var unknown = ConnectorRun.Is<PublishResult.OutcomeUnknown>(await run.PublishAsync(request, fault).ConfigureAwait(false), $"A send that meets {fault}");
        Expect.That(!string.IsNullOrWhiteSpace(unknown.Evidence), "What was seen of it is told.");
        await run.SettleAsync().ConfigureAwait(false);
        await run.PostsAsync(request, posts, "The connector does not send again by itself").ConfigureAwait(false);
    }
}
