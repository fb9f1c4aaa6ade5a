using NodaTime;
using SocialOps.Auditing;
using SocialOps.Definitions;
using SocialOps.Notifications;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Routines;

/// <summary>Writes what a routine's time brings, in the transaction that decides it.</summary>
internal static class RoutineUnit
{
    /// <summary>Takes a routine in, or changes it for the times to come.</summary>
    public static async ValueTask DefineAsync(IStoreTransaction transaction, Stored<StoredRoutine>? stored, RoutineDefinition routine, bool isOfAgency, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        var next = new StoredRoutine(routine, (stored?.Value.Number ?? 0) + 1, false, isOfAgency);
        await transaction.PutAsync(RoutineRecords.Routines, next, stored?.Version ?? 0, cancellationToken).ConfigureAwait(false);
        await ScheduleAsync(transaction, next, now, cancellationToken).ConfigureAwait(false);
        await transaction.AppendAsync(new AuditEvent(now, actor, "routine.defined", routine.Id.Value, $"'{routine.Name}' of {routine.Owner}, number {next.Number}."), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The row of the next time.</summary>
    public static async ValueTask ScheduleAsync(IStoreTransaction transaction, StoredRoutine routine, Instant after, CancellationToken cancellationToken)
    {
        var next = routine.Definition.Cadence.NextAfter(after);
        await transaction.ScheduleAsync(new WorkDraft(RoutineHandler.WorkKind, routine.Definition.Id.Value, WorkClass.Normal, next, $"{routine.Definition.Id}/{routine.Number}/{IndexText.Of(next)}", default), cancellationToken).ConfigureAwait(false);
    }

    public static async ValueTask BeginAsync(IStoreTransaction transaction, AgencySnapshot agency, StoredRoutine routine, Instant at, Instant now, CancellationToken cancellationToken)
    {
        var definition = routine.Definition;
        var latest = await transaction.QueryAsync(RoutineRecords.Runs, new RecordQuery("", 0, $"{definition.Id}/", $"{definition.Id}0", 1, Descending: true), cancellationToken).ConfigureAwait(false);
        if (latest.Items is [{ Value.EndedAt: null } open])
        {
            await transaction.PutAsync(RoutineRecords.Runs, RoutineDecision.Miss(open.Value, now), open.Version, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(now, Actor.Engine, "routine.missed", definition.Id.Value, $"'{definition.Name}' of {open.Value.At} was not done before the next one."), cancellationToken).ConfigureAwait(false);
        }

        var run = RoutineDecision.Begin(definition, await RoutineAgenda.OfAsync(transaction, agency, definition, at, cancellationToken).ConfigureAwait(false), at);
        await transaction.PutAsync(RoutineRecords.Runs, run, 0, cancellationToken).ConfigureAwait(false);
        var box = definition.TimeBox is { } most ? $", at most {most.TotalMinutes:0} minutes" : "";
        var agenda = run.Agenda.Count > 0 ? $" On the agenda: {string.Join("; ", run.Agenda)}." : "";
        await TellAsync(transaction, run, [run.Owner], "due", $"'{run.Name}' is due until {run.DueAt}{box}.{agenda}", now, cancellationToken).ConfigureAwait(false);
        await transaction.ScheduleAsync(new WorkDraft(RoutineLateHandler.WorkKind, run.Key, WorkClass.Normal, run.DueAt + Duration.FromTicks(1), run.Key, default), cancellationToken).ConfigureAwait(false);
        await ScheduleAsync(transaction, routine, Instant.Max(at, now), cancellationToken).ConfigureAwait(false);
    }

    public static async ValueTask TellAsync(IStoreTransaction transaction, RoutineRun run, IEnumerable<PersonId> people, string what, string text, Instant now, CancellationToken cancellationToken)
    {
        foreach (var person in people)
        {
            var notice = new Notice { Id = new($"routine/{run.Key}/{what}/{person}"), Recipient = new Recipient.OfAgency(person), SubjectId = run.Routine.Value, Text = text, CreatedAt = now };
            await NoticeBoard.PostAsync(transaction, notice, now, cancellationToken).ConfigureAwait(false);
        }
    }
}
