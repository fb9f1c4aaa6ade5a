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

    private static readonly Duration LongestWait = Duration.FromDays(1);
    private static readonly Duration LongestRest = Duration.FromHours(6);
    private static readonly Duration[] LookupDelays = [Duration.FromSeconds(10), Duration.FromSeconds(30), Duration.FromMinutes(2), Duration.FromMinutes(5), Duration.FromMinutes(15), Duration.FromMinutes(30)];

    /// <summary>Begins an attempt: from now on nobody else may send.</summary>
    public static Publication Begin(Publication publication, long fence, Instant now)
        => publication.Move(PublicationTrigger.Begin) with { Attempt = publication.Attempt + 1, AttemptFence = fence, AttemptedAt = now };

    /// <summary>A person looked: it is there.</summary>
    public static Publication Confirm(Publication publication, string externalId, Instant now)
        => publication.Move(PublicationTrigger.Find) with { ExternalId = externalId, PublishedAt = publication.AttemptedAt ?? now, Reason = null };

    /// <summary>A person looked: it is not there, and may be sent again. The attempts count anew.</summary>
    public static Publication Release(Publication publication)
        => publication.Move(PublicationTrigger.Release) with { Releases = publication.Releases + 1, Attempt = 0, TimesNotSent = 0, Lookups = 0, AbsencesSeen = 0 };

    /// <summary>A person decided that it is not to be sent; possible while nothing can be under way.</summary>
    public static Publication Cancel(Publication publication, string reason) => publication.Move(PublicationTrigger.Cancel) with { Reason = reason };

    /// <summary>A person wants it sent after all; the gate is asked again.</summary>
    public static Publication Reconfirm(Publication publication, Instant now)
        => publication.Move(PublicationTrigger.Confirm) with { Releases = publication.Releases + 1, ConfirmedAt = now, Reason = null };

    /// <summary>What the network said. The row ends, waits to send again (it never left us), or waits to look.</summary>
    public static (Publication Publication, WorkOutcome Outcome) Answered(Publication publication, PublishResult result, Instant now) => result switch
    {
        PublishResult.Published published => (publication.Move(PublicationTrigger.Accept) with { ExternalId = published.ExternalId, PublishedAt = now, Reason = null }, WorkOutcome.Done),
        PublishResult.Rejected rejected => (publication.Move(PublicationTrigger.Refuse) with { Reason = $"{rejected.Code}: {rejected.Reason}" }, WorkOutcome.Done),
        PublishResult.NotSent notSent => NotSent(publication with { TimesNotSent = publication.TimesNotSent + 1, Reason = notSent.Reason }, notSent, now),
        PublishResult.OutcomeUnknown unknown => Doubtful(publication.Move(PublicationTrigger.Doubt) with { AttemptedAt = now, Reason = unknown.Evidence }, now),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "Unknown result."),
    };

    /// <summary>It never left us, so it waits to be sent: as long as the network says, else longer each time. After a day a person has to look: what it answers may be settled.</summary>
    private static (Publication, WorkOutcome) NotSent(Publication publication, PublishResult.NotSent answer, Instant now)
    {
        if (now - publication.CreatedAt >= LongestWait)
        {
            return (publication.Move(PublicationTrigger.GiveUp) with { Reason = $"It could not be sent for a day: {answer.Reason}" }, WorkOutcome.Done);
        }

        var grown = Duration.FromMinutes(1L << Math.Clamp(publication.TimesNotSent - 1, 0, 5));
        var delay = Duration.Min(answer.RetryAfter ?? grown, LongestRest);
        return (publication.Move(PublicationTrigger.Postpone), new WorkOutcome.RetryAt(now + delay, answer.Reason));
    }

    /// <summary>An attempt of another claim was found unfinished: it is looked for, never sent again blindly.</summary>
    public static Publication Orphaned(Publication publication)
        => publication.Move(PublicationTrigger.Doubt) with { Reason = "The worker ended during the attempt." };

    /// <summary>A restored backup does not know an attempt: it is looked for. <see langword="null"/> where it has ended, or a person looks anyway.</summary>
    public static Publication? Forgotten(Publication publication, Instant attemptedAt) => PublicationLifecycle.FindNext(publication.State, PublicationTrigger.Doubt) is null
        ? null
        : publication.Move(PublicationTrigger.Doubt) with
        {
            Attempt = publication.Attempt + 1,
            AttemptFence = Math.Max(publication.AttemptFence, 1), // the real one is forgotten; it was at least the first
            AttemptedAt = attemptedAt,
            Releases = publication.State == PublicationState.Held ? publication.Releases + 1 : publication.Releases,
            Lookups = 0,
            AbsencesSeen = 0,
            Reason = "A restored backup has forgotten the attempt.",
        };

    /// <summary>Nothing can be looked up: a person has to look.</summary>
    public static (Publication Publication, WorkOutcome Outcome) CannotLook(Publication publication)
        => (publication.Move(PublicationTrigger.GiveUp), WorkOutcome.Done);

    /// <summary>What a look showed. Only looks after the settle window count towards proving absence.</summary>
    public static (Publication Publication, WorkOutcome Outcome) LookedUp(Publication publication, PublishResult.Published? found, PublishCapabilities capabilities, Instant now)
    {
        if (found is not null)
        {
            return (publication.Move(PublicationTrigger.Find) with { ExternalId = found.ExternalId, PublishedAt = publication.AttemptedAt ?? now, Reason = null }, WorkOutcome.Done);
        }

        var settled = now - publication.AttemptedAt!.Value > SettleWindow + capabilities.MaxLateAcceptance;
        var looked = publication with { Lookups = publication.Lookups + 1, AbsencesSeen = settled ? publication.AbsencesSeen + 1 : 0 };
        return AbsenceIsProved(looked, capabilities)
            ? (looked.Move(PublicationTrigger.ProveAbsence) with { Lookups = 0, AbsencesSeen = 0 }, new WorkOutcome.RetryAt(now, "It is not there; it is sent again."))
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
        ? (publication.Move(PublicationTrigger.GiveUp), WorkOutcome.Done)
        : (publication, new WorkOutcome.RetryAt(now + LookupDelays[Math.Min(publication.Lookups, LookupDelays.Length - 1)], publication.Reason ?? "The outcome is unknown."));
}
