using NodaTime;
using SocialOps.Approvals;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Storage;

namespace SocialOps.Publishing;

/// <summary>Content on its way out: asks for its approval, gives it its time, tells where it stands. Approved content with a time is published without a further command. Thread-safe.</summary>
public sealed class EditorialService
{
    /// <summary>The engine moves a plan in the name of whoever asked for its approval.</summary>
    private async ValueTask<ContentItem> MoveAsync(IStoreTransaction transaction, ContentItemId id, PublishWindow window, Actor actor, Instant now, CancellationToken cancellationToken)
    {
        var stored = await transaction.GetAsync(ContentRecords.Items, id.Value, cancellationToken).ConfigureAwait(false);
        var item = await _content.ExecuteAsync(transaction, stored, new ContentCommand.Schedule(window), actor, now, cancellationToken).ConfigureAwait(false);
        if (await LatestAsync(transaction, id, cancellationToken).ConfigureAwait(false) is { } request)
        {
            var by = actor == Actor.Engine ? request.Value.Author : ApprovalAuthor.Of(actor, item.Client);
            var command = new ApprovalCommand.Reschedule(by, window.PublishAt, new(window.NotBefore, window.NotAfter));
            var moved = await _scope.Unit.ExecuteAsync(transaction, request, command, now, cancellationToken).ConfigureAwait(false);
            await _sync.FollowAsync(transaction, moved.State ?? request.Value, now, cancellationToken).ConfigureAwait(false);
        }

        return item;
    }

    /// <summary>What is still to come and means another instant now.</summary>
    private async ValueTask<IReadOnlyList<(ContentItem Item, PublishWindow Window)>> MovingAsync(CancellationToken cancellationToken)
    {
        var (moving, query) = (new List<(ContentItem, PublishWindow)>(), new RecordQuery("", 1, IndexText.Of(_scope.Now()), Limit: 500));
        do
        {
            var page = await _scope.ReadAsync(t => t.QueryAsync(ContentRecords.Items, query, cancellationToken), cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items.Select(i => i.Value))
            {
                if (item.Window!.ResolveAgain() is { } window && window.NotAfter > _scope.Now())
                {
                    moving.Add((item, window));
                }
            }

            query = query with { Continue = page.Next };
        }
        while (query.Continue is not null);
        return moving;
    }

    private readonly ApprovalScope _scope;
    private readonly ContentUnit _content;
    private readonly ContentSync _sync;
    private readonly IIdGenerator _ids;

    internal EditorialService(ApprovalScope scope, ContentUnit content, ContentSync sync, IIdGenerator ids, SigningService signing) => (_scope, _content, _sync, _ids, Signing) = (scope, content, sync, ids, signing);

    /// <summary>The tenant.</summary>
    public TenantId Tenant => _scope.Tenant;

    /// <summary>Plans and style guides that both sides sign.</summary>
    public SigningService Signing { get; }

    /// <summary>
    /// Asks for approval of exactly the bytes of the current revision. Submitted again after an edit, only the variants that changed are asked for anew; the others keep their approvals.
    /// What is not ready is not submitted: the result tells everything that speaks against it.
    /// </summary>
    /// <param name="id">The item.</param>
    /// <param name="author">Who submits it: a person of the agency or a contact of the client.</param>
    /// <param name="policy">The policy; <see langword="null"/> for the one of the client's present phase.</param>
    /// <param name="risk">How much may go wrong.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="NotFoundException">There is no such item or policy, or nothing was arranged with the client.</exception>
    /// <exception cref="InvalidTransitionException">The author is a program.</exception>
    public ValueTask<Submission> SubmitAsync(ContentItemId id, Actor author, ApprovalPolicyId? policy = null, RiskClass risk = RiskClass.Standard, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        return _scope.WriteAsync(async (transaction, now) =>
        {
            var item = (await transaction.GetAsync(ContentRecords.Items, id.Value, cancellationToken).ConfigureAwait(false)).Value;
            var readiness = await _content.ReadinessAsync(transaction, item, now, cancellationToken).ConfigureAwait(false);
            if (!readiness.IsReady)
            {
                return new Submission(readiness, null);
            }

            var transition = await AskAsync(transaction, item, ApprovalAuthor.Of(author, item.Client), policy, risk, now, cancellationToken).ConfigureAwait(false);
            if (transition is { Outcome: ApprovalOutcome.Accepted, State: { } request })
            {
                await _sync.FollowAsync(transaction, request, now, cancellationToken).ConfigureAwait(false);
            }

            return new Submission(readiness, new ApprovalAnswer(transition));
        }, cancellationToken);
    }

    /// <summary>Gives it its time. Inside the approved window that keeps the approval; outside it is asked for again.</summary>
    /// <exception cref="NotFoundException">There is no such item.</exception>
    /// <exception cref="InvalidTransitionException">The plan lies outside its window, the window is past, or the actor may not write.</exception>
    public ValueTask<ContentItem> ScheduleAsync(ContentItemId id, PublishWindow window, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(actor);
        return _scope.WriteAsync((transaction, now) => MoveAsync(transaction, id, window, actor, now, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Reads the local times of everything still to come again (<see cref="PublishWindow.At"/>): where a zone's rules have changed since, the plan moves to the instant that its local time means now, with an audit event each (reliability F6).
    /// What lies outside the approved window then is asked for again; what is past stays. The start does it for the default tenant; call it for others after an update of the library.
    /// </summary>
    /// <param name="cancellationToken">Stops between two items.</param>
    /// <returns>What has moved.</returns>
    public async ValueTask<IReadOnlyList<MovedPlan>> ResolveTimesAsync(CancellationToken cancellationToken = default)
    {
        var moved = new List<MovedPlan>();
        foreach (var (item, window) in await MovingAsync(cancellationToken).ConfigureAwait(false))
        {
            var plan = new MovedPlan(item.Id, window.Local!, item.Window!.PublishAt);
            await _scope.WriteAsync(
                async (transaction, now) =>
                {
                    await MoveAsync(transaction, item.Id, window, Actor.Engine, now, cancellationToken).ConfigureAwait(false);
                    await transaction.AppendAsync(new(now, Actor.Engine, "content.time-resolved", item.Id.Value, plan.ToString()), cancellationToken).ConfigureAwait(false);
                    return plan;
                },
                cancellationToken).ConfigureAwait(false);
            moved.Add(plan);
        }

        return moved;
    }

    /// <summary>Where an item stands, its publications included, derived and never stored.</summary>
    /// <exception cref="NotFoundException">There is no such item.</exception>
    public ValueTask<EditorialStatus> GetStatusAsync(ContentItemId id, CancellationToken cancellationToken = default)
        => _scope.ReadAsync(async transaction =>
        {
            var item = (await transaction.GetAsync(ContentRecords.Items, id.Value, cancellationToken).ConfigureAwait(false)).Value;
            var publications = await ContentPublications.OfItemAsync(transaction, id, cancellationToken).ConfigureAwait(false);
            var variants = item.Variants.Select(v => new VariantStanding(v, publications.Select(p => p.Value).Where(p => p.Account == v.Account).MaxBy(p => (p.Content!.Hash == v.Hash, p.CreatedAt)))).ToList();
            return new EditorialStatus(item, ItemState.Of([.. variants.Select(v => v.State)]), variants);
        }, cancellationToken);

    private async ValueTask<ApprovalTransition> AskAsync(IStoreTransaction transaction, ContentItem item, Recipient author, ApprovalPolicyId? policy, RiskClass risk, NodaTime.Instant now, CancellationToken cancellationToken)
    {
        var parts = item.Variants.Where(v => v.State != VariantState.Withdrawn).Select(v => new ApprovalPart(v.Account.Value, v.Hash)).ToList();
        var known = await LatestAsync(transaction, item.Id, cancellationToken).ConfigureAwait(false);
        parts.RemoveAll(p => known?.Value.FindPart(p.Name) is { PublishedAt: not null } sent && sent.Hash == p.Hash); // it is out already
        if (policy is null && known is not null && parts.All(p => known.Value.FindPart(p.Name) is not { } part || (part.PublishedAt is null && part.State is not (PartState.Rejected or PartState.Withdrawn))))
        {
            return await _scope.Unit.ExecuteAsync(transaction, known, new ApprovalCommand.Revise(author, parts), now, cancellationToken).ConfigureAwait(false);
        }

        var window = item.Window is { } w ? new ApprovalWindow(w.NotBefore, w.NotAfter) : null;
        var command = new ApprovalCommand.Submit(new(_ids.NewId()), new(ApprovalSubjectKind.Content, item.Id.Value, parts), author, risk, item.Window is { } at && at.PublishAt > now ? at.PublishAt : null, window); // a correction has no slot left
        return await _scope.Unit.SubmitAsync(transaction, item.Client, command, policy, now, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<Stored<ApprovalRequest>?> LatestAsync(IStoreTransaction transaction, ContentItemId id, CancellationToken cancellationToken)
        => await ApprovalGate.FindLatestAsync(transaction, ApprovalSubjectKind.Content, id.Value, cancellationToken).ConfigureAwait(false) is { } request
            ? await transaction.GetAsync(ApprovalRecords.Requests, request.Value, cancellationToken).ConfigureAwait(false)
            : null;
}

/// <summary>What became of a submission.</summary>
/// <param name="Readiness">Everything that speaks for and against it.</param>
/// <param name="Answer">What the approvals said; <see langword="null"/> when it was not ready.</param>
public sealed record Submission(ContentReadiness Readiness, ApprovalAnswer? Answer)
{
    /// <summary>Whether it is in review now (or approved at once).</summary>
    public bool IsAccepted => Answer?.IsAccepted == true;
}

/// <summary>Where an item stands.</summary>
/// <param name="Item">The item.</param>
/// <param name="State">The whole.</param>
/// <param name="Variants">Each variant.</param>
public sealed record EditorialStatus(ContentItem Item, ItemState State, IReadOnlyList<VariantStanding> Variants);

/// <summary>Where one variant stands.</summary>
/// <param name="Variant">Its editorial status.</param>
/// <param name="Publication">Its publication; <see langword="null"/> before it is scheduled.</param>
public sealed record VariantStanding(VariantStatus Variant, Publication? Publication)
{
    /// <summary>The publication's state where there is one of these bytes, else the editorial one.</summary>
    public ContentState State => Publication is { } p && p.Content?.Hash == Variant.Hash ? Enum.Parse<ContentState>(p.State.ToString()) : ItemState.Of(Variant.State);
}
