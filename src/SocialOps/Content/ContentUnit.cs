using NodaTime;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Time;

namespace SocialOps.Content;

/// <summary>Load, decide, commit: a command on one item inside one transaction.</summary>
internal sealed class ContentUnit(IContentTerms terms)
{
    /// <summary>What holds for a client's content now: accounts and people, and on top the client's own style guide and the zone of its plan.</summary>
    public async ValueTask<ContentTerms> TermsAsync(IStoreTransaction transaction, ClientId client, CancellationToken cancellationToken)
    {
        var defined = await terms.TermsOfAsync(transaction, client, cancellationToken).ConfigureAwait(false);
        var guide = await LatestAsync(transaction, ContentRecords.Guides, client, cancellationToken).ConfigureAwait(false);
        var plan = await LatestAsync(transaction, ContentRecords.Plans, client, cancellationToken).ConfigureAwait(false);
        return defined with { Guide = guide?.Guide ?? StyleGuide.Empty, Zone = plan is null ? defined.Zone : TimeZones.Get(plan.Zone) };
    }

    /// <summary>The newest version of what a client has, or <see langword="null"/>.</summary>
    public static async ValueTask<T?> LatestAsync<T>(IStoreTransaction transaction, RecordKind<T> kind, ClientId client, CancellationToken cancellationToken)
        where T : class
    {
        var page = await transaction.QueryAsync(kind, new RecordQuery("", 0, $"{client}/", $"{client}0", 1, Descending: true), cancellationToken).ConfigureAwait(false);
        return page.Items is [var newest, ..] ? newest.Value : null;
    }

    /// <summary>Decides a command and writes what follows from it.</summary>
    /// <exception cref="InvalidTransitionException">The command is not possible now, or not to this actor.</exception>
    public async ValueTask<ContentItem> ExecuteAsync(IStoreTransaction transaction, Stored<ContentItem> stored, ContentCommand command, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        var holds = await TermsAsync(transaction, stored.Value.Client, cancellationToken).ConfigureAwait(false);
        return await WriteAsync(transaction, ContentDecision.Decide(stored.Value, command, holds, actor, now), stored.Version, cancellationToken).ConfigureAwait(false);
    }

    public static async ValueTask<ContentItem> WriteAsync(IStoreTransaction transaction, ContentTransition transition, long expectedVersion, CancellationToken cancellationToken)
    {
        if (transition.Events.Count == 0)
        {
            return transition.State;
        }

        await transaction.PutAsync(ContentRecords.Items, transition.State, expectedVersion, cancellationToken).ConfigureAwait(false);
        if (transition.Revision is { } revision)
        {
            await transaction.PutAsync(ContentRecords.Revisions, revision, 0, cancellationToken).ConfigureAwait(false);
        }

        foreach (var happened in transition.Events)
        {
            await transaction.AppendAsync(happened, cancellationToken).ConfigureAwait(false);
        }

        return transition.State;
    }

    /// <summary>The current revision of an item.</summary>
    public static async ValueTask<Revision> RevisionOfAsync(IStoreTransaction transaction, ContentItem item, CancellationToken cancellationToken)
        => (await transaction.GetAsync(ContentRecords.Revisions, ContentRecords.KeyOf(item.Id, item.Revision), cancellationToken).ConfigureAwait(false)).Value;

    /// <summary>Whether an item can be submitted now.</summary>
    public async ValueTask<ContentReadiness> ReadinessAsync(IStoreTransaction transaction, ContentItem item, Instant now, CancellationToken cancellationToken)
    {
        var revision = await RevisionOfAsync(transaction, item, cancellationToken).ConfigureAwait(false);
        var query = new RecordQuery("", 1, $"{item.Id}/", $"{item.Id}0", 1_000);
        var contributions = await transaction.QueryAsync(ContentRecords.Contributions, query, cancellationToken).ConfigureAwait(false);
        var holds = await TermsAsync(transaction, item.Client, cancellationToken).ConfigureAwait(false);
        return ContentReadiness.Of(item, revision, [.. contributions.Items.Select(c => c.Value)], holds, now);
    }
}
