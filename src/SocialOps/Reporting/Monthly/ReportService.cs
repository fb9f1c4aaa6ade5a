using NodaTime;
using SocialOps.Auditing;
using SocialOps.Definitions;
using SocialOps.Inbox;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Reporting;

/// <summary>What a client's month was like, and how well cases were handled. Thread-safe.</summary>
public sealed class ReportService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly SnapshotCache _snapshots;

    internal ReportService(TenantId tenant, IStore store, EngineClock clock, SnapshotCache snapshots)
    {
        (Tenant, _store, _clock, _snapshots) = (tenant, store, clock, snapshots);
        Board = new(tenant, store, clock, snapshots);
    }

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>What the team has before it.</summary>
    public BoardService Board { get; }

    /// <summary>Counts a client's month in one read-only transaction, from what is stored.</summary>
    /// <param name="client">The client.</param>
    /// <param name="month">The month, in the zone of the client's schedule.</param>
    /// <param name="options">What is taken as given; <see langword="null"/> for the usual.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="NotFoundException">There is no such client.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the options is out of its bounds.</exception>
    public ValueTask<MonthReport> OfMonthAsync(ClientId client, YearMonth month, MonthReportOptions? options = null, CancellationToken cancellationToken = default)
    {
        var given = options ?? new();
        ArgumentOutOfRangeException.ThrowIfLessThan(given.TrendMonths, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(given.TrendMonths, 36, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(given.TrendHorizon, 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(given.TrendHorizon, 36, nameof(options));
        return _store.ReadAsync(Tenant, async t =>
        {
            var agency = await _snapshots.GetCurrentAsync(t, cancellationToken).ConfigureAwait(false);
            return MonthCount.Of(await new MonthReading(t, agency, _clock.Now(), cancellationToken).ReadAsync(client, month, given).ConfigureAwait(false));
        }, cancellationToken);
    }

    /// <summary>Scores a case (requirement 4.9); scored again on the same track, the new score stands.</summary>
    /// <param name="id">The case.</param>
    /// <param name="track">Who judges.</param>
    /// <param name="score">1, poor, to 5, excellent.</param>
    /// <param name="note">Why; may cite a guideline, <c>radhaus#respect</c>.</param>
    /// <param name="actor">Who scores.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The score is not 1 to 5.</exception>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="InvalidDefinitionException">The note cites what is not there.</exception>
    public ValueTask<Scorecard> ScoreAsync(CaseId id, ScoreTrack track, int score, string note, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(score, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(score, 5);
        ArgumentException.ThrowIfNullOrWhiteSpace(note);
        ArgumentNullException.ThrowIfNull(actor);
        return _store.WriteAsync(Tenant, async t =>
        {
            var scored = (await t.GetAsync(InboxRecords.Cases, id.Value, cancellationToken).ConfigureAwait(false)).Value;
            var cited = await GuidelineLibrary.PinAsync(t, _snapshots, note, cancellationToken).ConfigureAwait(false);
            var card = new Scorecard(id, scored.Client, track, score, cited, actor, _clock.Now());
            var known = await t.FindAsync(ScoreRecords.Cards, $"{id}/{track}", cancellationToken).ConfigureAwait(false);
            await t.PutAsync(ScoreRecords.Cards, card, known?.Version ?? 0, cancellationToken).ConfigureAwait(false);
            await t.AppendAsync(new AuditEvent(_clock.Now(), actor, "case.scored", id.Value, $"{track}: {score} of 5. {cited}"), cancellationToken).ConfigureAwait(false);
            return card;
        }, cancellationToken);
    }
}
