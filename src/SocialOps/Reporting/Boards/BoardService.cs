using System.Globalization;
using NodaTime;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.Routines;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Reporting;

/// <summary>What a team has before it (requirement 3.7): open cases, decisions that are asked for, contributions that are owed, planned posts, routines and what platforms change in one list, the soonest first. It only reads. Thread-safe.</summary>
public sealed class BoardService
{
    private static readonly Duration Back = Duration.FromDays(31);

    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly SnapshotCache _snapshots;

    internal BoardService(TenantId tenant, IStore store, EngineClock clock, SnapshotCache snapshots) => (Tenant, _store, _clock, _snapshots) = (tenant, store, clock, snapshots);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>A page of the board, ordered by what is due first, then by kind and id. A post stands there until its slot, and for 31 days after it while it is not approved. Each page reads all that is open, in one consistent state; something that moved between two pages may be seen twice or not at all.</summary>
    /// <param name="filter">What is asked for; <see langword="null"/> for everything.</param>
    /// <param name="limit">The most of a page, 1 to 1,000.</param>
    /// <param name="next">The page before's <see cref="PagedResult{T}.Next"/>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is out of its bounds.</exception>
    /// <exception cref="ArgumentException"><paramref name="next"/> is of another list.</exception>
    public ValueTask<PagedResult<BoardRow>> QueryAsync(BoardFilter? filter = null, int limit = 100, string? next = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        var after = next is null ? (PageToken?)null : PageToken.Parse(next);
        return _store.ReadAsync(Tenant, async t =>
        {
            var (rows, now) = (new List<BoardRow>(), _clock.Now());
            await AddAsync(InboxRecords.Cases, 1, BoardKind.Case, BoardRows.Of).ConfigureAwait(false);
            await AddAsync(ApprovalRecords.Pending, 0, BoardKind.Approval, BoardRows.Of).ConfigureAwait(false);
            await AddAsync(ContentRecords.Contributions, 2, BoardKind.Contribution, BoardRows.Of).ConfigureAwait(false);
            await AddAsync(ContentRecords.Items, 1, BoardKind.Planned, BoardRows.Of, i => i.Window!.PublishAt >= now || i.Variants.Any(v => v.State is VariantState.Draft or VariantState.InReview or VariantState.ChangesRequested), IndexText.Of(now - Back)).ConfigureAwait(false);
            await AddAsync(RoutineRecords.Runs, 1, BoardKind.Routine, BoardRows.Of).ConfigureAwait(false);
            await AddChangesAsync().ConfigureAwait(false);
            var page = rows.OrderBy(Key, StringComparer.Ordinal).Where(r => after is not { } token || string.CompareOrdinal(Key(r), token.Value) > 0).Take(limit + 1).ToList();
            return new PagedResult<BoardRow>([.. page.Take(limit)], page.Count > limit ? new PageToken(Key(page[limit - 1]), "").ToString() : null);

            async ValueTask AddChangesAsync()
            {
                if (IsAsked(BoardKind.PlatformChange) && await _snapshots.FindCurrentAsync(t, cancellationToken).ConfigureAwait(false) is { } agency)
                {
                    var changes = await PlatformRecords.ListAsync(t, agency.Definition, cancellationToken).ConfigureAwait(false);
                    rows.AddRange(changes.Where(c => c.Check is null && c.RemindAt <= now).Select(BoardRows.Of).Where(Fits));
                }
            }

            async ValueTask AddAsync<T>(RecordKind<T> kind, int slot, BoardKind board, Func<T, BoardRow> rowOf, Func<T, bool>? isOpen = null, string? from = null)
                where T : class
            {
                if (!IsAsked(board))
                {
                    return;
                }

                for (string? at = ""; at is not null;)
                {
                    var found = await t.QueryAsync(kind, new RecordQuery("", slot, from, Limit: 500, Continue: at.Length == 0 ? null : at), cancellationToken).ConfigureAwait(false);
                    rows.AddRange(found.Items.Select(i => i.Value).Where(v => isOpen?.Invoke(v) != false).Select(rowOf).Where(Fits));
                    at = found.Next;
                }
            }
        }, cancellationToken);

        bool IsAsked(BoardKind kind) => filter is null or { Kinds.Count: 0 } || filter.Kinds.Contains(kind);

        bool Fits(BoardRow row)
            => filter is null || ((filter.Client is not { } client || row.Client == client) && (filter.Responsible is null || row.Responsible == filter.Responsible) && (filter.DueBy is not { } by || row.DueAt <= by));
    }

    /// <summary>Unique on the board: an approval may wait for several people.</summary>
    private static string Key(BoardRow row) => string.Create(CultureInfo.InvariantCulture, $"{IndexText.Of(row.DueAt)}/{(int)row.Kind}/{row.SubjectId}/{row.Responsible?.Key}");
}
