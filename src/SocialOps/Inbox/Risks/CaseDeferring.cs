namespace SocialOps.Inbox;

/// <summary>Puts a case off at the client's signed risk, and takes that back by itself when the case rises above it (requirement 2.13).</summary>
internal static class CaseDeferring
{
    public static void Defer(this CaseChange change, Actor actor, CaseCommand.Defer command)
    {
        if (change.State.ReplyPending)
        {
            throw new InvalidTransitionException($"Case {change.State.Id}", "a reply is still on its way. Wait for its outcome.");
        }

        if (command.Acceptance.FindGap(change.State, change.Now, command.Until) is { } gap)
        {
            throw new InvalidTransitionException($"Case {change.State.Id}", $"risk acceptance {command.Acceptance.Id} does not cover it: {gap}. Act now, or let the client sign one that does.");
        }

        if (command.Until <= change.Now)
        {
            throw new InvalidTransitionException($"Case {change.State.Id}", $"{command.Until} is past. Defer to a later instant.");
        }

        change.TakeOn(actor);
        change.End(ClockKind.Acknowledge);
        change.End(ClockKind.NextAction);
        change.State = change.State with
        {
            AcknowledgedAt = change.State.AcknowledgedAt ?? change.Now,
            Deferral = new(command.Acceptance, command.Until, actor, command.Reason),
        };
        change.Event("case.deferred", $"{actor.Id}, until {command.Until}, at the risk that {command.Acceptance.SignedBy} signed ({command.Acceptance.Id}): {command.Reason}");
        change.Start(ClockKind.NextAction, change.Now);
        change.StopEscalation("It is put off.");
    }

    /// <summary>What has risen above what was signed is not put off any more, nor what has come to its instant. What people do meanwhile leaves it.</summary>
    public static void CheckDeferral(this CaseChange change)
    {
        if (change.State is not { ClosedAt: null, Deferral: { } deferral })
        {
            return;
        }

        if (deferral.Until <= change.Now)
        {
            change.State = change.State with { Deferral = null };
        }
        else if (deferral.Accepted.FindExcess(change.State) is { } excess)
        {
            change.RevokeDeferral(excess);
        }
    }

    public static void RevokeDeferral(this CaseChange change, string why)
    {
        if (change.State.Deferral is null)
        {
            return;
        }

        change.State = change.State with { Deferral = null };
        change.Event("deferral.revoked", $"It is not put off any more: {why}.");
        change.Start(ClockKind.NextAction, change.Now);
        change.Escalate("It was put off and may not be any more");
    }
}
