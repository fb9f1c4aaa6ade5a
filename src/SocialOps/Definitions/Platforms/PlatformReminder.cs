using NodaTime;
using SocialOps.Notifications;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Definitions;

/// <summary>Reminds the owner of a platform's change before its day, and on it with the duty managers, while nobody has checked it off.</summary>
internal sealed class PlatformReminder(SnapshotCache snapshots) : ITransactionalHandler
{
    public const string WorkKind = "platform.remind";

    public string Kind => WorkKind;

    /// <summary>Writes the rows of all that is known; rows that are there already stay as they are.</summary>
    public static async ValueTask ScheduleAsync(IStoreTransaction transaction, AgencyDefinition agency, Instant now, CancellationToken cancellationToken)
    {
        foreach (var change in await PlatformRecords.ListAsync(transaction, agency, cancellationToken).ConfigureAwait(false))
        {
            if (change.Definition.RemindDays > 0 && change.DueAt > now)
            {
                await AddAsync(change, "soon", change.RemindAt).ConfigureAwait(false);
            }

            await AddAsync(change, "today", change.DueAt).ConfigureAwait(false);
        }

        async ValueTask AddAsync(PlatformChange change, string what, Instant at)
            => await transaction.ScheduleAsync(new WorkDraft(WorkKind, change.Definition.Id, WorkClass.Normal, Instant.Max(at, now), $"{change.Definition.Id}/{AgencyParts.Of(change.Definition).Hash}/{what}", default), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<WorkOutcome> HandleAsync(IStoreTransaction transaction, WorkItem work, Instant now, CancellationToken cancellationToken)
    {
        var agency = await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        var key = work.DedupeKey.Split('/');
        var all = await PlatformRecords.ListAsync(transaction, agency.Definition, cancellationToken).ConfigureAwait(false);
        if (all.FirstOrDefault(c => c.Definition.Id == work.SubjectId) is not { } change || AgencyParts.Of(change.Definition).Hash != key[1])
        {
            return WorkOutcome.Superseded("It is written otherwise now, or was taken out.");
        }

        if (change.Check is { } check)
        {
            return WorkOutcome.Superseded($"{check.By.Id} has seen to it.");
        }

        var (definition, isToday) = (change.Definition, key[2] == "today");
        var managers = isToday ? agency.People.Values.Where(p => p.Roles.Contains(PersonRole.DutyManager)).Select(p => p.Id) : [];
        foreach (var who in managers.Prepend(definition.Owner).Distinct())
        {
            var notice = new Notice { Id = new($"{WorkKind}/{work.DedupeKey}/{who}"), Recipient = new Recipient.OfAgency(who), SubjectId = definition.Id, Text = TextOf(definition, isToday), CreatedAt = now };
            await NoticeBoard.PostAsync(transaction, notice, now, cancellationToken).ConfigureAwait(false);
        }

        return WorkOutcome.Done;
    }

    private static string TextOf(PlatformChangeDefinition change, bool isToday) => FormattableString.Invariant(
        $"{change.Network} changes {(isToday ? "since" : "on")} {change.FromOn:uuuu-MM-dd}: {change.What}{(change.Source is { } source ? $" ({source})" : "")}. {change.Owner} sees what it means for us and checks off '{change.Id}'{(isToday ? "; nobody has yet" : "")}.");
}
