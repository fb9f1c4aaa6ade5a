using System.Text;
using NodaTime;
using SocialOps.Definitions;
using SocialOps.Diagnostics;
using SocialOps.Notifications;
using SocialOps.Publishing;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Inbox;

/// <summary>Load, decide, commit: a command on one case inside one transaction.</summary>
internal sealed class CaseUnit(SnapshotCache snapshots)
{
    /// <summary>What holds for a case that began with this revision.</summary>
    public async ValueTask<CaseTerms> TermsAsync(IStoreTransaction transaction, People.ClientId client, long? revision, CancellationToken cancellationToken)
    {
        var current = await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        var pinned = revision is { } number ? await snapshots.GetAsync(transaction, number, cancellationToken).ConfigureAwait(false) : current;
        return new(transaction.Tenant, pinned, current, client);
    }

    /// <summary>Decides a command and writes what follows from it.</summary>
    /// <returns>The case afterwards, or <see langword="null"/> when the command was overtaken.</returns>
    public async ValueTask<Case?> ExecuteAsync(IStoreTransaction transaction, Stored<Case> stored, CaseCommand command, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        var terms = await TermsAsync(transaction, stored.Value.Client, stored.Value.Revision, cancellationToken).ConfigureAwait(false);
        if (stored.Value.Alarm.Level >= Crisis.WaveLevel.RepeatedCriticism || command is CaseCommand.Join or CaseCommand.Learned)
        {
            terms = terms.In(await ClientCrises.ReadAsync(transaction, stored.Value.Client, cancellationToken).ConfigureAwait(false));
        }

        if (command is CaseCommand.Reply)
        {
            await LoadConformityAsync(transaction, terms, actor.Id, stored.Value.Category, cancellationToken).ConfigureAwait(false);
        }

        return await ExecuteAsync(transaction, stored, command, terms, actor, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What breaches left of the autonomy of whoever is about to send.</summary>
    public static async ValueTask LoadConformityAsync(IStoreTransaction transaction, CaseTerms terms, string sender, Channels.Category category, CancellationToken cancellationToken)
    {
        var key = Responses.ConformityRecord.KeyOf(terms.Client.Id, sender, category);
        terms.Conformity = (await transaction.FindAsync(Responses.ResponseRecords.Conformity, key, cancellationToken).ConfigureAwait(false))?.Value.Level;
    }

    /// <inheritdoc cref="ExecuteAsync(IStoreTransaction, Stored{Case}, CaseCommand, Actor, Instant, CancellationToken)" />
    public static async ValueTask<Case?> ExecuteAsync(IStoreTransaction transaction, Stored<Case> stored, CaseCommand command, CaseTerms terms, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        if (CaseDecision.Decide(stored.Value, command, terms, actor, now) is not { } transition)
        {
            return null;
        }

        await transaction.PutAsync(InboxRecords.Cases, transition.State, stored.Version, cancellationToken).ConfigureAwait(false);
        foreach (var happened in transition.Events)
        {
            await transaction.AppendAsync(happened, cancellationToken).ConfigureAwait(false);
        }

        foreach (var work in transition.Work)
        {
            await transaction.ScheduleAsync(work, cancellationToken).ConfigureAwait(false);
        }

        foreach (var notice in transition.Notices)
        {
            await NoticeBoard.PostAsync(transaction, notice, now, cancellationToken).ConfigureAwait(false);
        }

        foreach (var publication in transition.Publications)
        {
            await PublicationDraft.ScheduleAsync(transaction, publication, now, cancellationToken).ConfigureAwait(false);
        }

        foreach (var sent in transition.Sent)
        {
            await SentReplies.KeepAsync(transaction, transition.State, sent, now, cancellationToken).ConfigureAwait(false);
        }

        await ClientCrises.KeepAsync(transaction, stored.Value, transition.State, now, cancellationToken).ConfigureAwait(false);
        if (transition.Freeze is { } freeze)
        {
            await CrisisFreeze.BeginAsync(transaction, transition.State.Client, freeze, now, cancellationToken).ConfigureAwait(false);
        }

        if (transition.ActedBy is { } who)
        {
            await NoticeBoard.AnsweredAsync(transaction, who, cancellationToken).ConfigureAwait(false);
        }

        if (transition.Unattended is { } reason)
        {
            var ring = new WorkDraft(UnattendedHandler.WorkKind, transition.State.Id.Value, WorkClass.Urgent, now, $"{transition.State.Id}/{transition.State.Sequence}", Encoding.UTF8.GetBytes(reason));
            await transaction.ScheduleAsync(ring, cancellationToken).ConfigureAwait(false);
        }

        SocialOpsDiagnostics.Breached.Add(transition.State.ClocksBreached - stored.Value.ClocksBreached);
        return transition.State;
    }
}
