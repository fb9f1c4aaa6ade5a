using Microsoft.Extensions.Logging;
using SocialOps.Auditing;
using SocialOps.Channels;
using SocialOps.Diagnostics;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Publishing;

/// <summary>
/// Sends a publication: the attempt is committed before anything leaves, the outcome after it under the row's fence. An attempt that another claim left
/// behind is only looked for (reliability e.3).
/// </summary>
internal sealed class SendHandler(IStore store, EngineClock clock, PublicationGate gate, Connectors connectors, Aftermath aftermath, ILogger<SendHandler> log, IRecoveryJournal? journal = null) : IExternalHandler
{
    public string Kind => PublicationDraft.WorkKind;

    public bool NeedsTrustedClock => true;

    public async ValueTask HandleAsync(ExternalWork work, CancellationToken cancellationToken)
    {
        var tenant = work.Item.Tenant;
        var stored = await store.ReadAsync(tenant, t => t.GetAsync(PublicationRecords.Publications, work.Item.SubjectId, cancellationToken), cancellationToken).ConfigureAwait(false);
        var publisher = connectors.FindPublisher(stored.Value.Network);
        switch (stored.Value.State)
        {
            case PublicationState.Scheduled or PublicationState.Sending or PublicationState.OutcomeUnknown when work.Item.DedupeKey != PublicationDraft.KeyOf(stored.Value):
                await store.WriteAsync(tenant, t => t.FinishAsync(work.Item.Lease, WorkOutcome.Superseded("A later row sends it."), cancellationToken), cancellationToken).ConfigureAwait(false);
                break;
            case PublicationState.Scheduled or PublicationState.Sending or PublicationState.OutcomeUnknown when publisher is null:
                var lost = stored.Value.Move(PublicationTrigger.GiveUp) with { Reason = $"No connector serves the network '{stored.Value.Network}'." };
                await RecordAsync(work, stored, lost, WorkOutcome.Done, cancellationToken).ConfigureAwait(false);
                break;
            case PublicationState.Scheduled:
                await SendAsync(work, stored, publisher!, cancellationToken).ConfigureAwait(false);
                break;
            case PublicationState.Sending or PublicationState.OutcomeUnknown:
                await LookAsync(work, stored, publisher!, cancellationToken).ConfigureAwait(false);
                break;
            default:
                await store.WriteAsync(tenant, t => t.FinishAsync(work.Item.Lease, WorkOutcome.Superseded($"It is {stored.Value.State} already."), cancellationToken), cancellationToken).ConfigureAwait(false);
                break;
        }
    }

    private async ValueTask SendAsync(ExternalWork work, Stored<Publication> stored, IPublisher publisher, CancellationToken cancellationToken)
    {
        if (await store.WriteAsync(work.Item.Tenant, t => BeginAsync(t, work, stored, cancellationToken), cancellationToken).ConfigureAwait(false) is not { } begin)
        {
            return;
        }

        var (attempt, begun) = (begin.Publication, new Stored<Publication>(begin.Publication, stored.Version + 1));
        var request = RequestOf(work.Item.Tenant, attempt) with { Body = begin.Body };
        var result = await TryNoteAsync(work, attempt).ConfigureAwait(false) is { } refused ? refused
            : clock.Now() >= work.TrustedUntil ? new PublishResult.NotSent("The lease had nearly run out before the send.")
            : await TrySendAsync(publisher, request, work.Deadline).ConfigureAwait(false);
        if (result is PublishResult.OutcomeUnknown)
        {
            log.OutcomeUnknown(attempt.Id.Value);
        }

        var (publication, outcome) = PublicationDecision.Answered(attempt, result, clock.Now());
        await RecordAsync(work, begun, publication, outcome, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Asks the gate and writes the attempt, in one transaction; or writes why there is none.</summary>
    private async ValueTask<GateAnswer.Go?> BeginAsync(IStoreTransaction transaction, ExternalWork work, Stored<Publication> stored, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        switch (await gate.AskAsync(transaction, stored.Value, now, cancellationToken).ConfigureAwait(false))
        {
            case GateAnswer.Go go:
                var attempt = PublicationDecision.Begin(go.Publication, work.Item.Fence, now);
                await transaction.PutAsync(PublicationRecords.Publications, attempt, stored.Version, cancellationToken).ConfigureAwait(false);
                await transaction.AppendAsync(new AuditEvent(now, Actor.Engine, "publication.attempted", attempt.Id.Value, $"Attempt {attempt.Attempt} of {attempt.TextHash[..12]} on the basis {attempt.Basis.Kind} ({attempt.Basis.Reference})."), cancellationToken).ConfigureAwait(false);
                return go with { Publication = attempt };
            case GateAnswer.Wait wait:
                await transaction.FinishAsync(work.Item.Lease, new WorkOutcome.RetryAt(wait.Until, "Its time has not come."), cancellationToken).ConfigureAwait(false);
                return null;
            case GateAnswer.Hold hold:
                await Aftermath.HoldAsync(transaction, stored, hold, now, cancellationToken).ConfigureAwait(false);
                await transaction.FinishAsync(work.Item.Lease, WorkOutcome.Superseded(hold.Reason), cancellationToken).ConfigureAwait(false);
                return null;
            default:
                throw new InvalidOperationException("The gate has given no answer.");
        }
    }

    private async ValueTask LookAsync(ExternalWork work, Stored<Publication> stored, IPublisher publisher, CancellationToken cancellationToken)
    {
        var publication = stored.Value.State == PublicationState.Sending ? PublicationDecision.Orphaned(stored.Value) : stored.Value;
        if (publisher.Capabilities.Lookup == PublishLookup.None && !PublicationDecision.IsSafeToRepeat(publisher.Capabilities))
        {
            var (waiting, done) = PublicationDecision.CannotLook(publication);
            await RecordAsync(work, stored, waiting, done, cancellationToken).ConfigureAwait(false);
            return;
        }

        var (next, outcome) = await TryLookAsync(publisher, RequestOf(work.Item.Tenant, publication), work.Deadline, cancellationToken).ConfigureAwait(false) is { } look
            ? PublicationDecision.LookedUp(publication, look.Found, publisher.Capabilities, work.Now)
            : PublicationDecision.LookFailed(publication, work.Now);
        await RecordAsync(work, stored, next, outcome, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What a look showed, or <see langword="null"/> when nobody could look: that proves nothing.</summary>
    private static async ValueTask<Look?> TryLookAsync(IPublisher publisher, PublishRequest request, CancellationToken deadline, CancellationToken stopping)
    {
        try
        {
            return new Look(await publisher.LookUpAsync(request, deadline).ConfigureAwait(false));
        }
        catch (Exception) when (!stopping.IsCancellationRequested)
        {
            return null;
        }
    }

    private async ValueTask RecordAsync(ExternalWork work, Stored<Publication> stored, Publication publication, WorkOutcome outcome, CancellationToken cancellationToken)
    {
        await store.WriteAsync(work.Item.Tenant, WriteAsync, cancellationToken).ConfigureAwait(false);
        if (publication.State == PublicationState.Published)
        {
            SocialOpsDiagnostics.Published.Add(1);
        }

        async ValueTask WriteAsync(IStoreTransaction transaction)
        {
            await PublicationOutcome.WriteAsync(transaction, publication, stored.Version, Actor.Engine, work.Now, cancellationToken).ConfigureAwait(false);
            if (publication.State == PublicationState.Published)
            {
                await aftermath.PublishedAsync(transaction, publication, work.Now, cancellationToken).ConfigureAwait(false);
            }

            await transaction.FinishAsync(work.Item.Lease, outcome, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What goes out stands in the recovery journal before; what it does not take is not sent.</summary>
    private async ValueTask<PublishResult.NotSent?> TryNoteAsync(ExternalWork work, Publication attempt)
    {
        try
        {
            if (journal is not null)
            {
                await journal.AppendAsync(new(attempt.AttemptedAt!.Value, RecoveryEntryKind.Sent, work.Item.Tenant, attempt.Id.Value), work.Deadline).ConfigureAwait(false);
            }

            return null;
        }
        catch (Exception exception)
        {
            return new($"The recovery journal did not take it: {FaultOutline.Foreign(exception)}");
        }
    }

    private static async ValueTask<PublishResult> TrySendAsync(IPublisher publisher, PublishRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await publisher.PublishAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            return new PublishResult.OutcomeUnknown(FaultOutline.Foreign(exception));
        }
    }

    internal static PublishRequest RequestOf(TenantId tenant, Publication publication)
        => new(tenant, publication.Account ?? default, publication.Network, publication.IdempotencyKey, publication.Text, publication.InReplyTo);

    private sealed record Look(PublishResult.Published? Found);
}
