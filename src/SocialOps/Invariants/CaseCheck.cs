using SocialOps.Inbox;

namespace SocialOps.Invariants;

/// <summary>What must hold of a case: I1 and I7 to I9 while it is open, I8 and I12 when it is closed.</summary>
internal sealed class CaseCheck : IInvariantCheck
{
    public async ValueTask RunAsync(InvariantWalk walk, CancellationToken cancellationToken)
    {
        await foreach (var state in walk.RecordsAsync(InboxRecords.Cases, 0, cancellationToken).ConfigureAwait(false))
        {
            if (state.ClosedAt is null)
            {
                await DueCheck.RunAsync(walk, state, cancellationToken).ConfigureAwait(false);
                await CheckToldAsync(walk, state, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await CheckClosedAsync(walk, state, cancellationToken).ConfigureAwait(false);
            }

            foreach (var clock in state.Clocks.Where(c => c.State == ClockState.Breached))
            {
                await CheckBreachAsync(walk, state, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask CheckToldAsync(InvariantWalk walk, Case state, CancellationToken cancellationToken)
    {
        var isUnattended = (state.Responsible is null && !state.ReplyPending) || (state.Escalation is { IsRunning: true } && state.StepsFired == 0);
        if (isUnattended && await walk.FindEventAsync(state.Id.Value, "escalation.unattended", cancellationToken).ConfigureAwait(false) is null)
        {
            walk.Add(Invariant.SomebodyIsTold, state.Id.Value, "Nobody was told of the open case and the last resort was not rung. Hand it over to somebody.");
        }
    }

    private static async ValueTask CheckClosedAsync(InvariantWalk walk, Case state, CancellationToken cancellationToken)
    {
        var closing = await walk.FindEventAsync(state.Id.Value, "case.closed", cancellationToken).ConfigureAwait(false);
        if (state.CloseReason is null || closing is null || string.IsNullOrWhiteSpace(closing.Detail) || string.IsNullOrWhiteSpace(closing.Actor.Id))
        {
            walk.Add(Invariant.ReasonAndActor, state.Id.Value, $"The case was closed at {state.ClosedAt} without a recorded reason and actor. Find out what wrote it.");
        }

        if (state.Clocks.FirstOrDefault(c => c.IsOpen) is { } clock)
        {
            walk.Add(Invariant.EndsOnce, state.Id.Value, $"The case is closed and its {clock.Kind} clock has not ended. Find out what wrote it.");
        }
    }

    private static async ValueTask CheckBreachAsync(InvariantWalk walk, Case state, CaseClock clock, CancellationToken cancellationToken)
    {
        var breach = await walk.FindEventAsync(state.Id.Value, "clock.breached", cancellationToken, $"{clock.Kind} ").ConfigureAwait(false);
        if (breach is null || breach.At <= clock.DueAt)
        {
            walk.Add(Invariant.NotEarly, state.Id.Value, $"{clock.Kind}, due {clock.DueAt}, counts as missed, {(breach is null ? "which was never recorded" : $"recorded at {breach.At} already")}. Check this machine's clock.");
        }
    }
}
