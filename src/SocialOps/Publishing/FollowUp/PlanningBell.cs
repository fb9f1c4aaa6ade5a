using NodaTime;
using SocialOps.Auditing;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.Notifications;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Publishing;

/// <summary>After the publication is before the publication (requirement 0.18): whoever plans is told of the next slot, by when it has to be planned, and who checks it.</summary>
internal sealed class PlanningBell(SnapshotCache snapshots, ContentUnit content)
{
    public async ValueTask RingAsync(IStoreTransaction transaction, Publication publication, Instant now, CancellationToken cancellationToken)
    {
        var client = publication.Client!.Value;
        if (await ContentUnit.LatestAsync(transaction, ContentRecords.Plans, client, cancellationToken).ConfigureAwait(false) is not { } plan)
        {
            return;
        }

        var item = (await transaction.GetAsync(ContentRecords.Items, publication.Content!.Item.Value, cancellationToken).ConfigureAwait(false)).Value;
        var agency = await snapshots.GetCurrentAsync(transaction, cancellationToken).ConfigureAwait(false);
        if ((item.Brief.Assignee ?? PersonOf(item.Author)) is not { } planner || !agency.People.ContainsKey(planner))
        {
            return;
        }

        var posts = await PlanningService.PostsAsync(transaction, await content.TermsAsync(transaction, client, cancellationToken).ConfigureAwait(false), now, cancellationToken).ConfigureAwait(false);
        if (NextPlanning.After(plan, publication.Account!.Value, now, posts, planner, planner) is not { } task)
        {
            return;
        }

        var text = $"Plan the next post for '{task.Account}' at {task.Slot.At}, by {task.DueAt}; {task.Control} checks it. {task.Reason}";
        await transaction.AppendAsync(new AuditEvent(now, Actor.Engine, "planning.due", item.Id.Value, text), cancellationToken).ConfigureAwait(false);
        var notice = new Notice { Id = new($"{publication.Id}/plan/{planner}"), Recipient = new Recipient.OfAgency(planner), SubjectId = item.Id.Value, Text = text, CreatedAt = now };
        await NoticeBoard.PostAsync(transaction, notice, now, cancellationToken).ConfigureAwait(false);
    }

    private static PersonId? PersonOf(Actor actor) => actor.Kind == ActorKind.Person ? new(actor.Id) : null;
}
