using NodaTime;
using SocialOps.Auditing;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Content;

/// <summary>Editorial plans and style guides: kept as versions, looked at week by week. Thread-safe.</summary>
public sealed class PlanningService
{
    private readonly IStore _store;
    private readonly EngineClock _clock;
    private readonly ContentUnit _content;

    internal PlanningService(TenantId tenant, IStore store, EngineClock clock, ContentUnit content) => (Tenant, _store, _clock, _content) = (tenant, store, clock, content);

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Takes a plan in as the next version.</summary>
    /// <exception cref="InvalidDefinitionException">It has mistakes: all of them. Nothing was taken.</exception>
    /// <exception cref="NotFoundException">There is no such client.</exception>
    /// <exception cref="InvalidTransitionException">The actor may not write, or both sides sign it.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else made the next version at the same moment.</exception>
    public ValueTask<EditorialPlan> SetPlanAsync(EditorialPlan plan, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return _store.WriteAsync(Tenant, async transaction =>
        {
            var before = await ContentUnit.LatestAsync(transaction, ContentRecords.Plans, plan.Client, cancellationToken).ConfigureAwait(false);
            var next = plan with { Version = (before?.Version ?? 0) + 1 };
            await RequireValidAsync(transaction, plan.Client, actor, t => PlanRules.Check(plan, t), cancellationToken).ConfigureAwait(false);
            await RequireUnsignedAsync(transaction, plan.Client, t => t.PlanIsSigned, "its plan: Editorial.Signing.ProposePlanAsync", cancellationToken).ConfigureAwait(false);
            await transaction.PutAsync(ContentRecords.Plans, next, 0, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(_clock.Now(), actor, "plan.set", plan.Client.Value, $"Version {next.Version}"), cancellationToken).ConfigureAwait(false);
            return next;
        }, cancellationToken);
    }

    /// <summary>A client's plan as it is now, or <see langword="null"/>.</summary>
    public ValueTask<EditorialPlan?> FindPlanAsync(ClientId client, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, t => ContentUnit.LatestAsync(t, ContentRecords.Plans, client, cancellationToken), cancellationToken);

    /// <summary>Takes a style guide in as the next version.</summary>
    /// <exception cref="InvalidDefinitionException">It has mistakes: all of them. Nothing was taken.</exception>
    /// <exception cref="NotFoundException">There is no such client.</exception>
    /// <exception cref="InvalidTransitionException">The actor may not write, or both sides sign it.</exception>
    /// <exception cref="ConcurrencyConflictException">Somebody else made the next version at the same moment.</exception>
    public ValueTask<StyleGuide> SetGuideAsync(ClientId client, StyleGuide guide, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(guide);
        return _store.WriteAsync(Tenant, async transaction =>
        {
            var before = await ContentUnit.LatestAsync(transaction, ContentRecords.Guides, client, cancellationToken).ConfigureAwait(false);
            var next = guide with { Version = (before?.Guide.Version ?? 0) + 1 };
            await RequireValidAsync(transaction, client, actor, _ => PlanRules.Check(guide), cancellationToken).ConfigureAwait(false);
            await RequireUnsignedAsync(transaction, client, t => t.GuideIsSigned, "its guideline: Editorial.Signing.ProposeGuideAsync", cancellationToken).ConfigureAwait(false);
            await transaction.PutAsync(ContentRecords.Guides, new ClientGuide(client, next), 0, cancellationToken).ConfigureAwait(false);
            await transaction.AppendAsync(new AuditEvent(_clock.Now(), actor, "guide.set", client.Value, $"Version {next.Version}"), cancellationToken).ConfigureAwait(false);
            return next;
        }, cancellationToken);
    }

    /// <summary>A client's style guide as it is now, or <see langword="null"/>.</summary>
    public ValueTask<StyleGuide?> FindGuideAsync(ClientId client, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, async t => (await ContentUnit.LatestAsync(t, ContentRecords.Guides, client, cancellationToken).ConfigureAwait(false))?.Guide, cancellationToken);

    /// <summary>What is missing in a week of a client's plan: cadence, package, pipeline, mix, budget.</summary>
    /// <param name="client">The client.</param>
    /// <param name="day">Any day of the week.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="NotFoundException">There is no such client, or it has no plan.</exception>
    public ValueTask<IReadOnlyList<ContentFinding>> CheckWeekAsync(ClientId client, LocalDate day, CancellationToken cancellationToken = default)
        => _store.ReadAsync(Tenant, async transaction =>
        {
            var plan = await ContentUnit.LatestAsync(transaction, ContentRecords.Plans, client, cancellationToken).ConfigureAwait(false) ?? throw new NotFoundException("editorial plan of client", client.Value);
            var terms = await _content.TermsAsync(transaction, client, cancellationToken).ConfigureAwait(false);
            var now = _clock.Now();
            var from = Instant.Min(now, new PlanWeek(plan, day).Start);
            return PlanCheck.OfWeek(plan, day, await PostsAsync(transaction, terms, from, cancellationToken).ConfigureAwait(false), now);
        }, cancellationToken);

    /// <summary>What is planned from an instant on.</summary>
    internal static async ValueTask<List<PlannedPost>> PostsAsync(IStoreTransaction transaction, ContentTerms terms, Instant from, CancellationToken cancellationToken)
    {
        var posts = new List<PlannedPost>();
        var query = new RecordQuery("", 3, $"{terms.Client}/{IndexText.Of(from)}", $"{terms.Client}0", 1_000);
        do
        {
            var page = await transaction.QueryAsync(ContentRecords.Items, query, cancellationToken).ConfigureAwait(false);
            posts.AddRange(page.Items.SelectMany(i => PostsOf(i.Value, terms)));
            query = query with { Continue = page.Next };
        }
        while (query.Continue is not null);
        return posts;
    }

    private static IEnumerable<PlannedPost> PostsOf(ContentItem item, ContentTerms terms)
        => item.Variants.Select(v => new PlannedPost(item.Id, v.Account, terms.Accounts.GetValueOrDefault(v.Account)?.Network ?? "", item.Brief.Kind, item.Brief.Purposes, item.Window!.PublishAt, ItemState.Of(v.State)));

    private async ValueTask RequireUnsignedAsync(IStoreTransaction transaction, ClientId client, Func<ContentTerms, bool> isSigned, string way, CancellationToken cancellationToken)
    {
        if (isSigned(await _content.TermsAsync(transaction, client, cancellationToken).ConfigureAwait(false)))
        {
            throw new InvalidTransitionException($"Client {client}", $"both sides sign {way}.");
        }
    }

    internal async ValueTask RequireValidAsync(IStoreTransaction transaction, ClientId client, Actor actor, Func<ContentTerms, IEnumerable<Finding>> check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var terms = await _content.TermsAsync(transaction, client, cancellationToken).ConfigureAwait(false);
        ContentDecision.RequireWriter(actor, terms, client);
        var findings = check(terms).ToList();
        if (findings.Exists(f => f.Severity == FindingSeverity.Error))
        {
            throw new InvalidDefinitionException(findings);
        }
    }
}
