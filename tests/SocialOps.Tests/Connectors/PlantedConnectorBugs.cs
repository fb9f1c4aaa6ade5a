using NodaTime;
using SocialOps.Channels;
using SocialOps.Testing.Connectors;

namespace SocialOps.Tests.Connectors;

/// <summary>Bugs that connectors have had, each with the case that must catch it.</summary>
internal static class PlantedConnectorBugs
{
    private static readonly PublishResult.OutcomeUnknown Unknown = new("something");

    public static IReadOnlyDictionary<string, (string Case, Action<BreakableConnector> Plant)> All { get; } = new Dictionary<string, (string, Action<BreakableConnector>)>
    {
        ["offers more than declared"] = ("Capabilities_Connectors_AreTheDeclared", c => c.Capabilities = c.Capabilities with { Idempotency = PublishIdempotency.TwoPhase }),
        ["capabilities drift"] = ("Capabilities_AskedAgain_AreTheSame", c => c.OnPublish = (d, r, t) => { d.Capabilities = d.Capabilities with { Lookup = PublishLookup.ByRecent }; return d.SendAsync(r, t); }),
        ["late for ever"] = ("Capabilities_LateAcceptance_IsBounded", c => c.Capabilities = c.Capabilities with { MaxLateAcceptance = Duration.FromDays(400) }),
        ["chooses ids and cannot look"] = ("Capabilities_ChosenId_CanBeLookedUp", c => c.Capabilities = c.Capabilities with { Lookup = PublishLookup.None }),
        ["network in capitals"] = ("Network_Id_IsSmallLettersOrStar", c => c.Network = "BlueSky"),
        ["makes up an id"] = ("Publish_Answered_IsPublishedUnderTheNetworksId", c => c.OnAnswer = (_, r) => r is PublishResult.Published ? new PublishResult.Published("mine") : r),
        ["no id"] = ("Publish_Answered_IsPublishedUnderTheNetworksId", c => c.OnAnswer = (_, r) => r is PublishResult.Published ? new PublishResult.Published("") : r),
        ["posts twice"] = ("Publish_Answered_IsThereOnce", c => { c.KeepsKeys = false; c.OnPublish = async (d, r, t) => { d.Accept(r); return await d.SendAsync(r, t); }; }),
        ["quotes tidied"] = ("Publish_AnyText_IsThereExactly", c => c.OnRequest = r => r with { Text = r.Text.Replace('„', '"') }),
        ["text escaped"] = ("Publish_AnyText_IsThereExactly", c => c.OnRequest = r => r with { Text = System.Net.WebUtility.HtmlEncode(r.Text) }),
        ["reply loses its item"] = ("Publish_Reply_AnswersItsItem", c => c.OnRequest = r => r with { InReplyTo = null }),
        ["text is the key"] = ("Publish_SameTextOtherKey_IsAnotherPost", c => c.OnRequest = r => r with { IdempotencyKey = r.Text }),
        ["key of the hour"] = ("Publish_TwoRequests_AreTwoPosts", c => c.OnRequest = r => r with { IdempotencyKey = "hour" }),
        ["answers mixed up"] = ("Publish_ManyAtOnce_EachGetsItsOwnAnswer", c => c.OnPublish = Late()),
        ["unreachable is unknown"] = ("Publish_Unreachable_IsNotSent", On(NetworkFault.Unreachable, Unknown)),
        ["unreachable tried again"] = ("Publish_Unreachable_IsNotSent", Retry(NetworkFault.Unreachable)),
        ["rate limit forgets how long"] = ("Publish_RateLimited_IsNotSentUntilThen", On(NetworkFault.RateLimited, new PublishResult.NotSent("429"))),
        ["rate limit is a refusal"] = ("Publish_RateLimited_IsNotSentUntilThen", On(NetworkFault.RateLimited, new PublishResult.Rejected("429", "Too many."))),
        ["expired token is a refusal"] = ("Publish_TokenExpired_IsNotSentWithItsReason", On(NetworkFault.TokenExpired, new PublishResult.Rejected("401", "Token."))),
        ["no reason"] = ("Publish_TokenExpired_IsNotSentWithItsReason", On(NetworkFault.TokenExpired, new PublishResult.NotSent(" "))),
        ["refusal tried later"] = ("Publish_Refused_IsRejectedWithCodeAndReason", On(NetworkFault.Refused, new PublishResult.NotSent("400"))),
        ["refusal without code"] = ("Publish_Refused_IsRejectedWithCodeAndReason", On(NetworkFault.Refused, new PublishResult.Rejected("", "No."))),
        ["timeout is not sent"] = ("Publish_AcceptedWithoutAnswer_IsUnknown", On(NetworkFault.AcceptedWithoutAnswer, new PublishResult.NotSent("Timeout."))),
        ["timeout throws"] = ("Publish_AcceptedWithoutAnswer_IsUnknown", c => c.OnAnswer = (f, r) => f == NetworkFault.AcceptedWithoutAnswer ? throw new TaskCanceledException() : r),
        ["reset is not sent"] = ("Publish_AcceptedThenReset_IsUnknown", On(NetworkFault.AcceptedThenReset, new PublishResult.NotSent("Reset."))),
        ["reset is tried again"] = ("Publish_AcceptedThenReset_IsUnknown", Retry(NetworkFault.AcceptedThenReset)),
        ["server error is a refusal"] = ("Publish_AcceptedThenServerError_IsUnknown", On(NetworkFault.AcceptedThenServerError, new PublishResult.Rejected("500", "Error."))),
        ["server error is not sent"] = ("Publish_AcceptedThenServerError_IsUnknown", On(NetworkFault.AcceptedThenServerError, new PublishResult.NotSent("500"))),
        ["garbage throws"] = ("Publish_AcceptedThenGarbage_IsUnknown", c => c.OnAnswer = (f, r) => f == NetworkFault.AcceptedThenGarbage ? throw new FormatException() : r),
        ["early reset is not sent"] = ("Publish_ResetBeforeAccepting_IsUnknown", On(NetworkFault.ResetBeforeAccepting, new PublishResult.NotSent("Reset."))),
        ["late is a refusal"] = ("Publish_AcceptedLate_IsUnknown", On(NetworkFault.AcceptedLate, new PublishResult.Rejected("504", "Gateway."))),
        ["broken after a reset"] = ("Publish_AfterReset_WorksAgain", Dies()),
        ["ignores that it is cancelled"] = ("Publish_CancelledWaiting_EndsSoon", c => c.OnPublish = (d, r, _) => d.SendAsync(r, default)),
        ["cancelling throws"] = ("Publish_CancelledBefore_TellsTheTruth", c => c.OnPublish = (d, r, t) => { t.ThrowIfCancellationRequested(); return d.SendAsync(r, t); }),
        ["cancelled but sent"] = ("Publish_CancelledBefore_TellsTheTruth", c => c.OnPublish = (d, r, t) => t.IsCancellationRequested && d.Accept(r) is not null ? new(new PublishResult.NotSent("Cancelled.")) : d.SendAsync(r, t)),
        ["cancelling is a refusal"] = ("Publish_CancelledBefore_TellsTheTruth", c => c.OnPublish = (d, r, t) => t.IsCancellationRequested ? new(new PublishResult.Rejected("cancelled", "Cancelled.")) : d.SendAsync(r, t)),
        ["finds nothing"] = ("LookUp_Published_IsFoundUnderTheSameId", c => c.OnLookUp = (_, _) => null),
        ["finds what was never there"] = ("LookUp_NeverSent_IsNothing", c => c.OnLookUp = (_, r) => new(r.IdempotencyKey)),
        ["finds the last one"] = ("LookUp_AnotherRequest_IsNotTakenForIt", c => c.OnLookUp = (d, _) => d.Last is { } last ? new(last.ExternalId) : null),
        ["looks at the newest only"] = ("LookUp_AmongOtherPosts_IsFound", c => c.OnLookUp = (d, r) => d.Last is { } last && last.Text == r.Text ? new(last.ExternalId) : null),
        ["could not look means not there"] = ("LookUp_NetworkFails_Throws", c => c.OnLookUp = (d, r) => { try { return d.Look(r); } catch (HttpRequestException) { return null; } }),
        ["looking sends"] = ("LookUp_Twice_SendsNothing", c => c.OnLookUp = (d, r) => new(d.Accept(r))),
        ["forgets its keys"] = ("Publish_SameRequestAgain_IsOnePostUnderOneId", c => c.KeepsKeys = false),
        ["exists already is a refusal"] = ("Publish_SameRequestAgain_IsOnePostUnderOneId", c => c.OnPublish = (d, r, t) => d.Look(r) is null ? d.SendAsync(r, t) : new(new PublishResult.Rejected("409", "It exists."))),
        ["asks before it sends"] = ("Publish_SameRequestSideBySide_IsOnePost", c => { c.KeepsKeys = false; c.OnPublish = async (d, r, t) => { var known = d.Look(r); await Task.Delay(20, t); return known ?? await d.SendAsync(r, t); }; }),
        ["another key for a second attempt"] = ("Publish_AgainAfterAcceptedThenReset_IsOnePost", FreshKeys()),
    };

    private static Action<BreakableConnector> On(NetworkFault fault, PublishResult wrong) => c => c.OnAnswer = (f, r) => f == fault ? wrong : r;

    private static Action<BreakableConnector> Retry(NetworkFault fault) => c =>
    {
        var failed = false;
        c.OnAnswer = (f, r) =>
        {
            failed = f == fault;
            return r;
        };
        c.OnPublish = async (d, r, t) => await d.SendAsync(r, t) is var first && failed ? await d.SendAsync(r, t) : first;
    };

    private static Action<BreakableConnector> Dies() => c =>
    {
        var dead = false;
        c.OnAnswer = (f, r) => dead ? new PublishResult.NotSent("The connection is closed.") : (dead = f == NetworkFault.AcceptedThenReset) ? r : r;
    };

    private static Action<BreakableConnector> FreshKeys() => c =>
    {
        var attempt = 0;
        c.OnRequest = r => r with { IdempotencyKey = $"{r.IdempotencyKey}-{attempt++}" };
    };

    /// <summary>One field for the answer of all sends.</summary>
    private static Func<BreakableConnector, PublishRequest, CancellationToken, ValueTask<PublishResult>> Late()
    {
        PublishResult last = Unknown;
        return async (c, r, t) =>
        {
            last = await c.SendAsync(r, t);
            await Task.Delay(20, t);
            return last;
        };
    }
}
