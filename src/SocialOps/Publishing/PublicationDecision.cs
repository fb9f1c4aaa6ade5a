using NodaTime;
using SocialOps.Channels;
using SocialOps.Work;

namespace SocialOps.Publishing;

/// <summary>The publication's state machine: pure.</summary>
internal static class PublicationDecision
{
    /// <summary>How often a post is looked for before a person has to.</summary>
    public const int MaxLookups = 6;

    /// <summary>Between two looks, and the least between the send and the look that proves absence.</summary>
    private static readonly Duration SettleWindow = Duration.FromMinutes(15);

    private static readonly Duration[] LookupDelays = [Duration.FromSeconds(10), Duration.FromSeconds(30), Duration.FromMinutes(2), Duration.FromMinutes(5), Duration.FromMinutes(15), Duration.FromMinutes(30)];

    /// <summary>Begins an attempt: from now on nobody else may send.</summary>
    public static Publication Begin(Publication publication, long fence, Instant now)
        => publication with { State = PublicationState.Sending, Attempt = publication.Attempt + 1, AttemptFence = fence, AttemptedAt = now };

    /// <summary>What the network said. The row ends, waits to send again (it never left us), or waits to look.</summary>
    public static (Publication Publication, WorkOutcome Outcome) Answered(Publication publication, PublishResult result, Instant now) => result switch
    {
        PublishResult.Published published => (publication with { State = PublicationState.Published, ExternalId = published.ExternalId, PublishedAt = now, Reason = null }, WorkOutcome.Done),
        PublishResult.Rejected rejected => (publication with { State = PublicationState.Failed, Reason = $"{rejected.Code}: {rejected.Reason}" }, WorkOutcome.Done),
        PublishResult.NotSent notSent => (publication with { State = PublicationState.Scheduled, Reason = notSent.Reason }, new WorkOutcome.RetryAt(now + (notSent.RetryAfter ?? Duration.FromMinutes(1)), notSent.Reason)),
        PublishResult.OutcomeUnknown unknown => Doubtful(publication with { State = PublicationState.OutcomeUnknown, AttemptedAt = now, Reason = unknown.Evidence }, now),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "Unknown result."),
    };

    /// <summary>An attempt of another claim was found unfinished: it is looked for, never sent again blindly.</summary>
    public static Publication Orphaned(Publication publication)
        => publication with { State = PublicationState.OutcomeUnknown, Reason = "The worker ended during the attempt." };

    /// <summary>Nothing can be looked up: a person has to look.</summary>
    public static (Publication Publication, WorkOutcome Outcome) CannotLook(Publication publication)
        => (publication with { State = PublicationState.NeedsHuman }, WorkOutcome.Done);

    /// <summary>What a look showed. Only looks after the settle window count towards proving absence.</summary>
    public static (Publication Publication, WorkOutcome Outcome) LookedUp(Publication publication, PublishResult.Published? found, PublishCapabilities capabilities, Instant now)
    {
        if (found is not null)
        {
            return (publication with { State = PublicationState.Published, ExternalId = found.ExternalId, PublishedAt = publication.AttemptedAt ?? now, Reason = null }, WorkOutcome.Done);
        }

        var settled = now - publication.AttemptedAt!.Value > SettleWindow + capabilities.MaxLateAcceptance;
        var looked = publication with { Lookups = publication.Lookups + 1, AbsencesSeen = settled ? publication.AbsencesSeen + 1 : 0 };
        return AbsenceIsProved(looked, capabilities)
            ? (looked with { State = PublicationState.Scheduled, Lookups = 0, AbsencesSeen = 0 }, new WorkOutcome.RetryAt(now, "It is not there; it is sent again."))
            : Doubtful(looked, now);
    }

    /// <summary>Nobody could look: that proves nothing, and is tried again until a person has to.</summary>
    public static (Publication Publication, WorkOutcome Outcome) LookFailed(Publication publication, Instant now) => Doubtful(publication with { Lookups = publication.Lookups + 1, AbsencesSeen = 0 }, now);

    /// <summary>A network that keeps our key, or lets us choose the id, refuses a second post itself.</summary>
    public static bool IsSafeToRepeat(PublishCapabilities capabilities) => capabilities.Idempotency is PublishIdempotency.ClientChosenId;

    private static bool AbsenceIsProved(Publication publication, PublishCapabilities capabilities)
        => publication.Attempt < 3
            && capabilities.Lookup != PublishLookup.None
            && (IsSafeToRepeat(capabilities) || publication.AbsencesSeen >= 2);

    private static (Publication, WorkOutcome) Doubtful(Publication publication, Instant now) => publication.Lookups >= MaxLookups
        ? (publication with { State = PublicationState.NeedsHuman }, WorkOutcome.Done)
        : (publication, new WorkOutcome.RetryAt(now + LookupDelays[Math.Min(publication.Lookups, LookupDelays.Length - 1)], publication.Reason ?? "The outcome is unknown."));
}
