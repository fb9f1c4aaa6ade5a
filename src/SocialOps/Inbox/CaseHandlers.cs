using System.Text;
using System.Text.Json;
using NodaTime;
using SocialOps.Notifications;
using SocialOps.Publishing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>Runs a due row as a command on its case; a row that was overtaken is recorded as superseded.</summary>
internal abstract class CaseHandler(CaseUnit cases) : ITransactionalHandler
{
    public abstract string Kind { get; }

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        var stored = await transaction.GetAsync(InboxRecords.Cases, work.SubjectId, cancellationToken).ConfigureAwait(false);
        var command = await CommandOfAsync(transaction, work, cancellationToken).ConfigureAwait(false);
        var done = command is null ? null : await cases.ExecuteAsync(transaction, stored, command, Actor.Engine, now, cancellationToken).ConfigureAwait(false);
        return done is null ? WorkOutcome.Superseded("The case has moved on since.") : WorkOutcome.Done;
    }

    protected abstract ValueTask<CaseCommand?> CommandOfAsync(IStoreTransaction transaction, WorkItem work, CancellationToken cancellationToken);
}

/// <summary>A clock's deadline has passed.</summary>
internal sealed class ClockHandler(CaseUnit cases) : CaseHandler(cases)
{
    public override string Kind => CaseClocks.WorkKind;

    protected override ValueTask<CaseCommand?> CommandOfAsync(IStoreTransaction transaction, WorkItem work, CancellationToken cancellationToken)
    {
        var payload = JsonSerializer.Deserialize(work.Payload.Span, CaseJson.Default.ClockPayload)!;
        return new(new CaseCommand.ClockDue(payload.Kind, payload.Sequence));
    }
}

/// <summary>An escalation step is due.</summary>
internal sealed class StepHandler(CaseUnit cases) : CaseHandler(cases)
{
    public override string Kind => CaseEscalation.WorkKind;

    protected override ValueTask<CaseCommand?> CommandOfAsync(IStoreTransaction transaction, WorkItem work, CancellationToken cancellationToken)
        => new(new CaseCommand.StepDue(JsonSerializer.Deserialize(work.Payload.Span, CaseJson.Default.StepPayload)!.Sequence));
}

/// <summary>The row of a complaint's dialogue is due.</summary>
internal sealed class DialogueHandler(CaseUnit cases) : CaseHandler(cases)
{
    public override string Kind => CaseDialogue.WorkKind;

    protected override ValueTask<CaseCommand?> CommandOfAsync(IStoreTransaction transaction, WorkItem work, CancellationToken cancellationToken)
        => new(new CaseCommand.DialogueDue(JsonSerializer.Deserialize(work.Payload.Span, CaseJson.Default.StepPayload)!.Sequence));
}

/// <summary>The hourly look at a wave.</summary>
internal sealed class WaveHandler(CaseUnit cases) : CaseHandler(cases)
{
    public override string Kind => CaseWave.WorkKind;

    protected override ValueTask<CaseCommand?> CommandOfAsync(IStoreTransaction transaction, WorkItem work, CancellationToken cancellationToken)
        => new(new CaseCommand.WaveDue(JsonSerializer.Deserialize(work.Payload.Span, CaseJson.Default.StepPayload)!.Sequence));
}

/// <summary>A notice that a case waits for was handed over.</summary>
internal sealed class DeliveredHandler(CaseUnit cases) : CaseHandler(cases)
{
    public override string Kind => NotifyHandler.DeliveredKind;

    protected override async ValueTask<CaseCommand?> CommandOfAsync(IStoreTransaction transaction, WorkItem work, CancellationToken cancellationToken)
        => await transaction.FindAsync(NotificationRecords.Notices, work.DedupeKey, cancellationToken).ConfigureAwait(false) is { } notice
            ? new CaseCommand.NoticeDelivered(notice.Value.DeliveredAt ?? work.DueAt)
            : null;
}

/// <summary>A reply was sent, or could not be.</summary>
internal sealed class ReplyOutcomeHandler(CaseUnit cases) : CaseHandler(cases)
{
    public override string Kind => PublicationOutcome.WorkKind;

    protected override async ValueTask<CaseCommand?> CommandOfAsync(IStoreTransaction transaction, WorkItem work, CancellationToken cancellationToken)
    {
        var publication = await transaction.GetAsync(PublicationRecords.Publications, Encoding.UTF8.GetString(work.Payload.Span), cancellationToken).ConfigureAwait(false);
        return new CaseCommand.ReplyOutcome(publication.Value.State, publication.Value.Reason, publication.Value.InReplyTo, publication.Value.PublishedAt ?? work.DueAt);
    }
}
