using System.Buffers.Text;
using System.Text;
using NodaTime;
using SocialOps.Notifications;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Incidents;

/// <summary>Opens and closes incidents in the transaction of whoever finds the trouble, or its end.</summary>
internal static class IncidentUnit
{
    public const string WorkKind = "incident.step";

    /// <summary>Opens it, with the row that tells people at once.</summary>
    public static async ValueTask OpenAsync(IStoreTransaction transaction, IncidentKind kind, string subjectId, ClientId? client, string summary, Instant now, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(transaction, IncidentId.Of(kind, subjectId), cancellationToken).ConfigureAwait(false);
        await CommitAsync(transaction, stored?.Version ?? 0, IncidentDecision.Open(stored?.Value, kind, subjectId, client, summary, now), now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes it, if it is open.</summary>
    public static async ValueTask CloseAsync(IStoreTransaction transaction, IncidentKind kind, string subjectId, Actor actor, string resolution, Instant now, CancellationToken cancellationToken)
    {
        if (await FindAsync(transaction, IncidentId.Of(kind, subjectId), cancellationToken).ConfigureAwait(false) is { Value.ClosedAt: null } stored)
        {
            await CommitAsync(transaction, stored.Version, IncidentDecision.Close(stored.Value, actor, resolution, now), now, cancellationToken).ConfigureAwait(false);
        }
    }

    public static ValueTask<Stored<Incident>?> FindAsync(IStoreTransaction transaction, IncidentId id, CancellationToken cancellationToken)
        => transaction.FindAsync(IncidentRecords.Incidents, id.Value, cancellationToken);

    /// <summary>Writes a decision and what follows from it.</summary>
    public static async ValueTask CommitAsync(IStoreTransaction transaction, long version, IncidentTransition transition, Instant now, CancellationToken cancellationToken)
    {
        var state = transition.State;
        await transaction.PutAsync(IncidentRecords.Incidents, state, version, cancellationToken).ConfigureAwait(false);
        foreach (var happened in transition.Events)
        {
            await transaction.AppendAsync(happened, cancellationToken).ConfigureAwait(false);
        }

        foreach (var notice in transition.Notices)
        {
            await NoticeBoard.PostAsync(transaction, notice, now, cancellationToken).ConfigureAwait(false);
        }

        if (transition.NextAt is { } next)
        {
            await transaction.ScheduleAsync(new(WorkKind, state.Id.Value, WorkClass.Urgent, next, $"{state.Id}/{state.Sequence}", Encoding.UTF8.GetBytes($"{state.Sequence}")), cancellationToken).ConfigureAwait(false);
        }

        if (transition.Unattended is { } reason)
        {
            await transaction.ScheduleAsync(new(UnattendedHandler.WorkKind, state.Id.Value, WorkClass.Urgent, now, $"{state.Id}/{state.Sequence}", Encoding.UTF8.GetBytes(reason)), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The number of the step that a row stands for.</summary>
    public static long SequenceOf(WorkItem work) => Utf8Parser.TryParse(work.Payload.Span, out long sequence, out _) ? sequence : 0;
}
