using System.Globalization;
using NodaTime;
using SocialOps.Definitions;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Routines;

/// <summary>A routine comes: whoever does it is told, with what is open; an earlier one that nobody did is missed.</summary>
internal sealed class RoutineHandler(SnapshotCache snapshots) : ITransactionalHandler
{
    public const string WorkKind = "routine.due";

    public string Kind => WorkKind;

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        var stored = await transaction.GetAsync(RoutineRecords.Routines, work.SubjectId, cancellationToken).ConfigureAwait(false);
        if (stored.Value.IsStopped || !work.DedupeKey.StartsWith($"{work.SubjectId}/{stored.Value.Number}/", StringComparison.Ordinal))
        {
            return WorkOutcome.Superseded("The routine was defined anew, or stopped.");
        }

        var agency = await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        await RoutineUnit.BeginAsync(transaction, agency, stored.Value, work.DueAt, now, cancellationToken).ConfigureAwait(false);
        return WorkOutcome.Done;
    }
}

/// <summary>A routine's time is over: whoever does it and the deputy are told.</summary>
internal sealed class RoutineLateHandler : ITransactionalHandler
{
    public const string WorkKind = "routine.late";

    public string Kind => WorkKind;

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        var run = await transaction.GetAsync(RoutineRecords.Runs, work.SubjectId, cancellationToken).ConfigureAwait(false);
        if (run.Value.EndedAt is not null)
        {
            return WorkOutcome.Superseded($"It was {run.Value.State}.");
        }

        var routine = await transaction.GetAsync(RoutineRecords.Routines, run.Value.Routine.Value, cancellationToken).ConfigureAwait(false);
        await RoutineUnit.TellAsync(transaction, run.Value, [run.Value.Owner, .. routine.Value.Definition.Deputy is { } deputy ? [deputy] : Array.Empty<People.PersonId>()], "late", $"'{run.Value.Name}' of {run.Value.At} was to be done by {run.Value.DueAt.ToString("uuuu-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture)} and is not.", now, cancellationToken).ConfigureAwait(false);
        return WorkOutcome.Done;
    }
}
