using NodaTime;

namespace SocialOps.Approvals;

/// <summary>Decides what a command does to a request. Pure and thread-safe: the same arguments give the same transition; no clock, no store.</summary>
public static class ApprovalEngine
{
    /// <summary>The transition; a command that may not be, or that comes too late, is told so in its outcome and changes nothing.</summary>
    /// <param name="state">The request; <see langword="null"/> for <see cref="ApprovalCommand.Submit"/> only.</param>
    /// <param name="command">What is to be done.</param>
    /// <param name="policy">The request's policy, in the version it began with.</param>
    /// <param name="facts">The world as it is now.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="ArgumentException">The state is missing, there already, or began with another policy.</exception>
    public static ApprovalTransition Decide(ApprovalRequest? state, ApprovalCommand command, ApprovalPolicy policy, ApprovalFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(facts);
        if (state is null != command is ApprovalCommand.Submit)
        {
            throw new ArgumentException("A request begins with Submit, and with nothing else.", nameof(command));
        }

        if (state is not null && (state.Policy != policy.Definition.Id || state.PolicyVersion != policy.Version))
        {
            throw new ArgumentException($"The request began with policy {state.Policy} v{state.PolicyVersion}.", nameof(policy));
        }

        var change = new ApprovalChange(state, policy, facts, now);
        var outcome = Apply(change, command);
        return outcome is ApprovalOutcome.Accepted ? change.Accept() : new() { Outcome = outcome, State = state };
    }

    private static ApprovalOutcome Apply(ApprovalChange change, ApprovalCommand command) => command switch
    {
        ApprovalCommand.Submit submit => change.Submit(submit),
        ApprovalCommand.Decide decide => change.Decide(decide),
        ApprovalCommand.EditByApprover edit => change.Edit(edit),
        ApprovalCommand.Revise revise => change.Revise(revise),
        ApprovalCommand.Reschedule reschedule => change.Reschedule(reschedule),
        ApprovalCommand.Revoke revoke => change.Revoke(revoke),
        ApprovalCommand.Withdraw withdraw => change.Withdraw(withdraw),
        ApprovalCommand.ReleaseInEmergency release => change.Release(release),
        ApprovalCommand.ReviewEmergency review => change.Review(review),
        ApprovalCommand.RaiseObjection objection => change.RaiseObjection(objection),
        ApprovalCommand.SettleDissent settle => change.SettleDissent(settle),
        ApprovalCommand.RecordDelivery delivery => change.Deliver(delivery),
        ApprovalCommand.MarkPublished published => change.Publish(published),
        ApprovalCommand.ReminderDue due => change.Remind(due),
        ApprovalCommand.StepDue due => change.EndStep(due),
        ApprovalCommand.DissentDue due => change.LapseDissent(due),
        ApprovalCommand.ReviewDue due => change.MissReview(due),
        ApprovalCommand.CycleDue => change.WarnOfCycle(),
        _ => throw new NotSupportedException($"{command.GetType().Name} is not a known command."),
    };
}
