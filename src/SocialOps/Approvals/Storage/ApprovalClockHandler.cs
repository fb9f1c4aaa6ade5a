using System.Text.Json;
using NodaTime;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Approvals;

/// <summary>Runs a due clock as a command on its request; one that was overtaken is recorded as superseded.</summary>
internal sealed class ApprovalClockHandler(ApprovalUnit unit) : ITransactionalHandler
{
    public string Kind => ApprovalClockPayload.WorkKind;

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        var payload = JsonSerializer.Deserialize(work.Payload.Span, ApprovalJson.Default.ApprovalClockPayload)!;
        ApprovalCommand command = payload.Clock switch
        {
            ApprovalClock.Reminder => new ApprovalCommand.ReminderDue(payload.Number, payload.Second),
            ApprovalClock.Step => new ApprovalCommand.StepDue(payload.Number),
            ApprovalClock.Dissent => new ApprovalCommand.DissentDue(payload.Number),
            ApprovalClock.Review => new ApprovalCommand.ReviewDue(payload.Number),
            _ => new ApprovalCommand.CycleDue(),
        };
        var stored = await transaction.GetAsync(ApprovalRecords.Requests, work.SubjectId, cancellationToken).ConfigureAwait(false);
        var transition = await unit.ExecuteAsync(transaction, stored, command, now, cancellationToken).ConfigureAwait(false);
        return transition.Outcome is ApprovalOutcome.Accepted ? WorkOutcome.Done : WorkOutcome.Superseded("The request has moved on since.");
    }
}
