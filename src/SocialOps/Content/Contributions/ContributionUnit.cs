using System.Globalization;
using System.Text;
using NodaTime;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Content.Contributions;

/// <summary>Load, decide, commit: a command on one contribution inside one transaction.</summary>
internal sealed class ContributionUnit(IContentPost post)
{
    public async ValueTask<ContributionRequest> WriteAsync(IStoreTransaction transaction, ContributionTransition transition, long expectedVersion, Instant now, CancellationToken cancellationToken)
    {
        await transaction.PutAsync(ContentRecords.Contributions, transition.State, expectedVersion, cancellationToken).ConfigureAwait(false);
        foreach (var happened in transition.Events)
        {
            await transaction.AppendAsync(happened, cancellationToken).ConfigureAwait(false);
        }

        foreach (var work in transition.Work)
        {
            await transaction.ScheduleAsync(work, cancellationToken).ConfigureAwait(false);
        }

        if (transition.Note is { } note)
        {
            var key = $"{transition.State.Id}/{note.Mark.ToString(CultureInfo.InvariantCulture)}";
            await post.PostAsync(transaction, key, note.Recipient, transition.State.Id.Value, note.Text, now, cancellationToken).ConfigureAwait(false);
        }

        return transition.State;
    }
}

/// <summary>A mark of a contribution's time has passed: a reminder, or it is overdue.</summary>
internal sealed class ContributionHandler(ContributionUnit unit) : ITransactionalHandler
{
    public string Kind => ContributionDecision.WorkKind;

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        var stored = await transaction.GetAsync(ContentRecords.Contributions, work.SubjectId, cancellationToken).ConfigureAwait(false);
        var mark = int.Parse(Encoding.UTF8.GetString(work.Payload.Span), CultureInfo.InvariantCulture);
        if (ContributionDecision.Pass(stored.Value, mark, now) is not { } transition)
        {
            return WorkOutcome.Superseded($"It was {stored.Value.State}.");
        }

        await unit.WriteAsync(transaction, transition, stored.Version, now, cancellationToken).ConfigureAwait(false);
        return WorkOutcome.Done;
    }
}
