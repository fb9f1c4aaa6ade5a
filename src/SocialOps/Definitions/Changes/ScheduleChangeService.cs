using System.Text.Json;
using SocialOps.Approvals;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Definitions;

/// <summary>Changes of on-call schedules (covers, swaps, new rotations) that are approved before they hold. Thread-safe.</summary>
public sealed class ScheduleChangeService
{
    private readonly ApprovalScope _scope;
    private readonly ProposalUnit _proposals;

    internal ScheduleChangeService(ApprovalScope scope, ProposalUnit proposals) => (_scope, _proposals) = (scope, proposals);

    /// <summary>The tenant.</summary>
    public TenantId Tenant => _scope.Tenant;

    /// <summary>
    /// Proposes a schedule as it is to be. Approved, it takes the place of the one with its id and holds from then on; unless that one was changed meanwhile, of which its author is told.
    /// Taking in the whole agency (<see cref="AgencyService.ApplyAsync"/>) needs no approval: that is whoever administers it.
    /// </summary>
    /// <param name="client">Under whose arrangement it is approved: a client whom the schedule serves.</param>
    /// <param name="schedule">The whole schedule with the change.</param>
    /// <param name="author">Who proposes it.</param>
    /// <param name="policy">The policy; <see langword="null"/> for the one arranged for schedule changes, else the one of the client's phase.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    /// <exception cref="InvalidDefinitionException">The agency with it has mistakes: all of them.</exception>
    /// <exception cref="NotFoundException">There is no such schedule, client or policy, or nothing was arranged with the client.</exception>
    /// <exception cref="InvalidTransitionException">The author is a program.</exception>
    public ValueTask<ApprovalAnswer> ProposeAsync(ClientId client, ScheduleDefinition schedule, Actor author, ApprovalPolicyId? policy = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(author);
        return _scope.WriteAsync(async (transaction, now) =>
        {
            var (parts, hash) = await ScheduleChange.PartsAsync(transaction, schedule.Id, cancellationToken).ConfigureAwait(false);
            if (ScheduleChange.Faults(ScheduleChange.Replace(parts, schedule)) is { Count: > 0 } faults)
            {
                throw new InvalidDefinitionException(faults);
            }

            var body = JsonSerializer.SerializeToUtf8Bytes(schedule, DefinitionJson.Default.ScheduleDefinition);
            return await _proposals.SubmitAsync(transaction, ApprovalSubjectKind.ScheduleChange, client, schedule.Id.Value, body, hash, ApprovalAuthor.Of(author, client), policy, now, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
    }
}
