using System.Text;
using NodaTime;
using SocialOps.Notifications;
using SocialOps.People;
using SocialOps.Storage;
using SocialOps.Work;

namespace SocialOps.Approvals;

/// <summary>Load, decide, commit: a command on one request inside one transaction.</summary>
internal sealed class ApprovalUnit(IApprovalDirectory directory)
{
    /// <summary>The row by which whoever owns the subject hears that parts have moved.</summary>
    public const string MovedKind = "approval.moved";

    /// <summary>A policy in the version that a request began with, or the latest.</summary>
    public static async ValueTask<ApprovalPolicy> PolicyAsync(IStoreTransaction transaction, ApprovalPolicyId id, int? version, CancellationToken cancellationToken)
    {
        if (version is { } number)
        {
            var stored = await transaction.GetAsync(ApprovalRecords.Policies, ApprovalRecords.PolicyKey(id, number), cancellationToken).ConfigureAwait(false);
            return new(stored.Value.Definition, number);
        }

        return await FindLatestPolicyAsync(transaction, id, cancellationToken).ConfigureAwait(false) ?? throw new NotFoundException("approval policy", id.Value);
    }

    public static async ValueTask<ApprovalPolicy?> FindLatestPolicyAsync(IStoreTransaction transaction, ApprovalPolicyId id, CancellationToken cancellationToken)
    {
        var page = await transaction.QueryAsync(ApprovalRecords.Policies, new RecordQuery("", From: $"{id}/", To: $"{id}0", Limit: 1, Descending: true), cancellationToken).ConfigureAwait(false);
        return page.Items is [var latest, ..] ? new(latest.Value.Definition, latest.Value.Version) : null;
    }

    /// <summary>The world as it is now: the definitions, the delegations, and what was agreed with the client.</summary>
    public async ValueTask<ApprovalFacts> FactsAsync(IStoreTransaction transaction, ClientId client, Instant now, CancellationToken cancellationToken)
    {
        var facts = await directory.FactsAsync(transaction, client, cancellationToken).ConfigureAwait(false);
        var arrangement = (await transaction.FindAsync(ApprovalRecords.Arrangements, client.Value, cancellationToken).ConfigureAwait(false))?.Value;
        var delegations = new List<Delegation>();
        for (string? next = ""; next is not null;)
        {
            var page = await transaction.QueryAsync(ApprovalRecords.Delegations, new RecordQuery("", 1, From: IndexText.Of(now), Limit: 1_000, Continue: next.Length == 0 ? null : next), cancellationToken).ConfigureAwait(false);
            delegations.AddRange(page.Items.Select(d => d.Value));
            next = page.Next;
        }

        return facts with
        {
            Delegations = delegations,
            TacitClause = arrangement?.TacitClause,
            AbsentContacts = arrangement?.AbsentContacts ?? [],
            CrisisLevel = arrangement?.CrisisLevel,
            IsHeld = arrangement?.IsHeld,
            HasGrant = grant => arrangement?.Grants.Contains(new(grant.GrantId, grant.Version)) == true,
        };
    }

    /// <summary>Asks for an approval, under the policy that was arranged for its kind or under another.</summary>
    public async ValueTask<ApprovalTransition> SubmitAsync(IStoreTransaction transaction, ClientId client, ApprovalCommand.Submit command, ApprovalPolicyId? policy, Instant now, CancellationToken cancellationToken)
    {
        var id = policy ?? await ApprovalArrangements.PolicyOfAsync(transaction, client, command.Subject.Kind, cancellationToken).ConfigureAwait(false);
        var rules = await PolicyAsync(transaction, id, null, cancellationToken).ConfigureAwait(false);
        var facts = await FactsAsync(transaction, client, now, cancellationToken).ConfigureAwait(false);
        return await DecideAsync(transaction, null, command, rules, facts, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Decides a command on a stored request and writes what follows from it.</summary>
    public async ValueTask<ApprovalTransition> ExecuteAsync(IStoreTransaction transaction, Stored<ApprovalRequest> stored, ApprovalCommand command, Instant now, CancellationToken cancellationToken)
    {
        var policy = await PolicyAsync(transaction, stored.Value.Policy, stored.Value.PolicyVersion, cancellationToken).ConfigureAwait(false);
        var facts = await FactsAsync(transaction, stored.Value.Client, now, cancellationToken).ConfigureAwait(false);
        return await DecideAsync(transaction, stored, command, policy, facts, now, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Decides and writes; without a stored request the command is a submission.</summary>
    public static async ValueTask<ApprovalTransition> DecideAsync(IStoreTransaction transaction, Stored<ApprovalRequest>? stored, ApprovalCommand command, ApprovalPolicy policy, ApprovalFacts facts, Instant now, CancellationToken cancellationToken)
    {
        var transition = ApprovalEngine.Decide(stored?.Value, command, policy, facts, now);
        if (transition.Outcome is not ApprovalOutcome.Accepted || transition.Events.Count == 0)
        {
            return transition;
        }

        var request = transition.State!;
        await transaction.PutAsync(ApprovalRecords.Requests, request, stored?.Version ?? 0, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < transition.Events.Count; i++)
        {
            var number = request.Sequence - transition.Events.Count + i + 1;
            await transaction.PutAsync(ApprovalRecords.Events, new(request.Id, number, transition.Events[i]), 0, cancellationToken).ConfigureAwait(false);
        }

        foreach (var happened in transition.Audit)
        {
            await transaction.AppendAsync(happened, cancellationToken).ConfigureAwait(false);
        }

        foreach (var work in transition.Work)
        {
            await transaction.ScheduleAsync(work, cancellationToken).ConfigureAwait(false);
        }

        if (transition.Events.Any(e => e is ApprovalEvent.Submitted or ApprovalEvent.StepOpened or ApprovalEvent.PartMoved or ApprovalEvent.Released))
        {
            await transaction.ScheduleAsync(new(MovedKind, request.Id.Value, WorkClass.Normal, now, $"{request.Id}/{request.Sequence}", default), cancellationToken).ConfigureAwait(false);
        }

        foreach (var notice in transition.Notices)
        {
            await NoticeBoard.PostAsync(transaction, notice, now, cancellationToken).ConfigureAwait(false);
        }

        if (command is ApprovalCommand.Decide decided)
        {
            await NoticeBoard.AnsweredAsync(transaction, decided.By, cancellationToken).ConfigureAwait(false);
        }

        if (transition.Unattended is { } reason)
        {
            var ring = new WorkDraft(UnattendedHandler.WorkKind, request.Id.Value, WorkClass.Urgent, now, $"{request.Id}/{request.Sequence}", Encoding.UTF8.GetBytes(reason));
            await transaction.ScheduleAsync(ring, cancellationToken).ConfigureAwait(false);
        }

        await PendingList.WriteAsync(transaction, request, policy, facts, now, cancellationToken).ConfigureAwait(false);
        if (transition.Events.Any(e => e is ApprovalEvent.PartRevised))
        {
            await TokenRows.SupersedeAsync(transaction, request.Id, _ => true, now, cancellationToken).ConfigureAwait(false);
        }

        return transition;
    }
}
