using System.Text;
using SocialOps.Content;
using SocialOps.Incidents;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Publishing;

/// <summary>Takes a post down, or makes it say what is approved now. Both can be repeated, so a failure is simply tried again.</summary>
internal sealed class CorrectionHandler(IStore store, EngineClock clock, PublicationGate gate, Connectors connectors) : IExternalHandler
{
    public const string WorkKind = "publication.correct";
    public const string Retract = "retract";
    public const string Edit = "edit";

    public string Kind => WorkKind;

    public bool NeedsTrustedClock => true;

    public async ValueTask HandleAsync(ExternalWork work, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(work.Item.Tenant, t => t.GetAsync(PublicationRecords.Publications, work.Item.SubjectId, cancellationToken), cancellationToken).ConfigureAwait(false);
        if (stored.Value is not { State: PublicationState.Published, ExternalId: { } externalId, Account: { } account } publication)
        {
            await store.WriteAsync(work.Item.Tenant, t => t.FinishAsync(work.Item.Lease, WorkOutcome.Superseded($"It is {stored.Value.State}."), cancellationToken), cancellationToken).ConfigureAwait(false);
            return;
        }

        if (Encoding.UTF8.GetString(work.Item.Payload.Span) == Retract)
        {
            await connectors.FindRetractor(publication.Network)!.RetractAsync(account, externalId, work.Deadline).ConfigureAwait(false);
            await WriteAsync(work, stored, publication.Move(PublicationTrigger.Retract) with { Reason = "Taken down." }, cancellationToken).ConfigureAwait(false);
            return;
        }

        await EditAsync(work, stored, externalId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The bytes of the present revision, if they are approved at this moment.</summary>
    private async ValueTask EditAsync(ExternalWork work, Stored<Publication> stored, string externalId, CancellationToken cancellationToken)
    {
        var answer = await store.WriteAsync(work.Item.Tenant, async transaction =>
        {
            var item = (await transaction.GetAsync(ContentRecords.Items, stored.Value.Content!.Item.Value, cancellationToken).ConfigureAwait(false)).Value;
            var hash = item.FindVariant(stored.Value.Account!.Value)?.Hash ?? stored.Value.Content.Hash;
            var corrected = stored.Value with { Content = new(item.Id, item.Revision, hash), TextHash = hash.Value };
            return await gate.AskAsync(transaction, corrected, clock.Now(), cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
        if (answer is not GateAnswer.Go go)
        {
            var why = answer is GateAnswer.Hold hold ? hold.Reason : "its time has not come.";
            await store.WriteAsync(work.Item.Tenant, t => t.FinishAsync(work.Item.Lease, WorkOutcome.Superseded($"Not corrected: {why}"), cancellationToken), cancellationToken).ConfigureAwait(false);
            return;
        }

        var request = SendHandler.RequestOf(work.Item.Tenant, go.Publication) with { Body = go.Body };
        await connectors.FindEditor(go.Publication.Network)!.EditAsync(request, externalId, work.Deadline).ConfigureAwait(false);
        await WriteAsync(work, stored, go.Publication, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask WriteAsync(ExternalWork work, Stored<Publication> stored, Publication publication, CancellationToken cancellationToken)
        => store.WriteAsync(work.Item.Tenant, async transaction =>
        {
            await PublicationOutcome.WriteAsync(transaction, publication, stored.Version, Actor.Engine, work.Now, cancellationToken).ConfigureAwait(false);
            if (publication.Content is { } content)
            {
                await IncidentUnit.CloseAsync(transaction, IncidentKind.CorrectionDue, $"{content.Item}/{publication.Account}", Actor.Engine, $"The post was {(publication.State == PublicationState.Retracted ? "taken down" : "corrected")}.", work.Now, cancellationToken).ConfigureAwait(false);
            }

            await transaction.FinishAsync(work.Item.Lease, WorkOutcome.Done, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
}
