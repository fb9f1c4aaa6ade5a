using SocialOps.People;
using SocialOps.Publishing;
using SocialOps.Responses.Text;
using SocialOps.Storage;

namespace SocialOps.Inbox;

/// <summary>Cases that are alike: decided together, and answered alike. Thread-safe.</summary>
public sealed class AlikeService
{
    private const double SameMatter = 0.4;
    private readonly IStore _store;
    private readonly CaseService _cases;

    internal AlikeService(IStore store, CaseService cases) => (_store, _cases) = (store, cases);

    /// <summary>The tenant.</summary>
    public TenantId Tenant => _cases.Tenant;

    /// <summary>A client's open cases that say nearly the same, the group with the oldest case first.</summary>
    /// <param name="client">The client.</param>
    /// <param name="limit">How many open cases are looked at, the oldest first, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public ValueTask<IReadOnlyList<CaseCluster>> ReadClustersAsync(ClientId client, int limit = 1_000, CancellationToken cancellationToken = default)
        => _store.ReadAsync<IReadOnlyList<CaseCluster>>(Tenant, async transaction =>
        {
            var page = await transaction.QueryAsync(InboxRecords.Cases, new RecordQuery("", 4, $"{client}/", $"{client}0", limit), cancellationToken).ConfigureAwait(false);
            var (cases, texts) = (page.Items.Select(c => c.Value).ToList(), new List<string>());
            foreach (var state in cases)
            {
                texts.Add((await transaction.GetAsync(InboxRecords.Items, state.Item, cancellationToken).ConfigureAwait(false)).Value.Text);
            }

            return [.. NearDuplicates.Find(texts).Select(group => new CaseCluster(texts[group[0]], [.. group.Select(i => cases[i])]))];
        }, cancellationToken);

    /// <summary>One decision for several cases. Each is a transaction of its own: where it is refused, the others go on.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="decision">The decision; <see cref="QuickDecision.Ignore"/> closes what asks for nothing more.</param>
    /// <param name="cancellationToken">Stops between two cases.</param>
    /// <returns>What became of each, in their order.</returns>
    public async ValueTask<IReadOnlyList<ClusterOutcome>> DecideAsync(IReadOnlyList<CaseId> cases, Actor actor, QuickDecision decision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var outcomes = new List<ClusterOutcome>(cases.Count);
        foreach (var id in cases)
        {
            try
            {
                outcomes.Add(new(id, await _cases.DecideAsync(id, actor, decision, cancellationToken).ConfigureAwait(false), null));
            }
            catch (Exception e) when (e is InvalidTransitionException or NotFoundException)
            {
                outcomes.Add(new(id, null, e.Message));
            }
        }

        return outcomes;
    }

    /// <summary>What we have answered on such a matter: in the case itself, then in the client's cases of its category whose items are like it, the likest first (requirement 4.4).</summary>
    /// <param name="id">The case.</param>
    /// <param name="limit">The most, at least 1.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <remarks>It looks at the client's latest 1,000 cases.</remarks>
    public ValueTask<IReadOnlyList<EarlierReply>> ReadEarlierRepliesAsync(CaseId id, int limit = 10, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return _store.ReadAsync<IReadOnlyList<EarlierReply>>(Tenant, async transaction =>
        {
            var state = (await transaction.GetAsync(InboxRecords.Cases, id.Value, cancellationToken).ConfigureAwait(false)).Value;
            var matter = WordLikeness.MatterOf(await TextOfAsync(transaction, state, cancellationToken).ConfigureAwait(false));
            var page = await transaction.QueryAsync(InboxRecords.Cases, new RecordQuery("", 3, $"{state.Client}/", $"{state.Client}0", 1_000, Descending: true), cancellationToken).ConfigureAwait(false);
            var replies = new List<EarlierReply>();
            foreach (var other in page.Items.Select(c => c.Value).Where(c => c.Replies > 0 && (c.Id == id || (c.Category == state.Category && c.Cause == state.Cause))))
            {
                var asked = await TextOfAsync(transaction, other, cancellationToken).ConfigureAwait(false);
                var likeness = other.Id == id ? 1 : WordLikeness.Overlap(matter, WordLikeness.MatterOf(asked));
                if (likeness >= SameMatter)
                {
                    replies.AddRange(await RepliesAsync(transaction, other, asked, likeness, cancellationToken).ConfigureAwait(false));
                }
            }

            return [.. replies.OrderByDescending(r => r.Case == id).ThenByDescending(r => r.Likeness).ThenByDescending(r => r.SaidAt).Take(limit)];
        }, cancellationToken);
    }

    /// <summary>Whether a reply says the same as earlier ones on its matter. It stops nobody: what was said before may have been wrong.</summary>
    /// <param name="id">The case.</param>
    /// <param name="text">The reply.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Warnings; none where nothing differs.</returns>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    public async ValueTask<IReadOnlyList<Finding>> CheckReplyAsync(CaseId id, string text, CancellationToken cancellationToken = default)
        => ReplyConsistency.Check(text, await ReadEarlierRepliesAsync(id, 100, cancellationToken).ConfigureAwait(false));

    private static async ValueTask<string> TextOfAsync(IStoreTransaction transaction, Case state, CancellationToken cancellationToken)
        => (await transaction.GetAsync(InboxRecords.Items, state.Item, cancellationToken).ConfigureAwait(false)).Value.Text;

    private static async ValueTask<IEnumerable<EarlierReply>> RepliesAsync(IStoreTransaction transaction, Case state, string asked, double likeness, CancellationToken cancellationToken)
    {
        var sent = await transaction.QueryAsync(PublicationRecords.Publications, new RecordQuery("", 2, $"{state.Id}/", $"{state.Id}0", 100), cancellationToken).ConfigureAwait(false);
        return sent.Items.Select(p => p.Value).Where(p => p is { State: PublicationState.Published, PublishedAt: not null }).Select(p => new EarlierReply(state.Id, asked, p.Text, p.PublishedAt!.Value, likeness));
    }
}
