namespace SocialOps.Approvals;

/// <summary>What an event makes of a request. Pure, total, and the only place where a request changes.</summary>
internal static class ApprovalFold
{
    public static ApprovalRequest Of(IEnumerable<ApprovalEvent> events)
        => events.Aggregate((ApprovalRequest?)null, Apply) ?? throw new InvalidOperationException("There are no events.");

    public static ApprovalRequest Apply(ApprovalRequest? state, ApprovalEvent happened)
    {
        var next = happened is ApprovalEvent.Submitted submitted ? submitted.Request : Change(state ?? throw new InvalidOperationException("The first event is Submitted."), happened);
        return next with { Sequence = (state?.Sequence ?? 0) + 1 };
    }

    private static ApprovalRequest Change(ApprovalRequest state, ApprovalEvent happened) => happened switch
    {
        ApprovalEvent.StepOpened opened => Pruned(state with
        {
            Runs = [.. state.Runs, opened.Run],
            Parts = [.. state.Parts.Select(p => opened.Run.Parts.Any(r => r.Name == p.Name) ? p with { State = PartState.InReview, Run = opened.Run.Number, Reason = null } : p)],
        }),
        ApprovalEvent.Decided decided => state with { Decisions = [.. state.Decisions, decided.Decision] },
        ApprovalEvent.PartMoved moved => Pruned(WithPart(state, moved.Part, p => p with { State = moved.To, Run = 0, Reason = moved.Reason })),
        ApprovalEvent.PartRevised revised => Revise(state, revised),
        ApprovalEvent.Revoked revoked => state with
        {
            Decisions = [.. state.Decisions.Select(d => d.Number == revoked.Decision ? d with { RevokedAt = revoked.At, RevokeReason = $"{revoked.Reason} ({revoked.By})" } : d)],
        },
        ApprovalEvent.Reminded reminded => WithRun(state, reminded.Run, r => r with { Reminders = reminded.Count, Asked = reminded.Asked }),
        ApprovalEvent.Escalated escalated => WithRun(state, escalated.Run, r => r with { DueAt = escalated.DueAt, EscalatedAt = escalated.At, Asked = [.. r.Asked.Append(escalated.Owner).Distinct()] }),
        ApprovalEvent.Rescheduled rescheduled => state with { PublishAt = rescheduled.PublishAt, Window = rescheduled.Window },
        ApprovalEvent.Released released => state with { Emergencies = [.. state.Emergencies, released.Release] },
        ApprovalEvent.Reviewed reviewed => state with
        {
            Emergencies = [.. state.Emergencies.Select(e => e.Number == reviewed.Release ? e with { ReviewedAt = reviewed.At, ReviewedBy = reviewed.By, WasRight = reviewed.WasRight, Review = reviewed.Review } : e)],
        },
        ApprovalEvent.Objected objected => state with { Dissents = [.. state.Dissents, objected.Dissent] },
        ApprovalEvent.Settled settled => state with
        {
            Dissents = [.. state.Dissents.Select(d => d.Number == settled.Dissent ? d with { Outcome = settled.Outcome, Decider = settled.Decider, Reason = settled.Reason, SettledAt = settled.At } : d)],
        },
        ApprovalEvent.Delivered delivered => state with { Deliveries = [.. state.Deliveries, delivered.Delivery] },
        ApprovalEvent.Published published => WithPart(state, published.Part, p => p with { PublishedAt = published.At }),
        ApprovalEvent.Warned => state,
        _ => throw new NotSupportedException($"{happened.GetType().Name} is not a known event."),
    };

    private static ApprovalRequest Revise(ApprovalRequest state, ApprovalEvent.PartRevised revised) => state.FindPart(revised.Part) is null
        ? state with { Parts = [.. state.Parts, FirstOf(new(revised.Part, revised.Hash), revised.By)] }
        : Pruned(WithPart(state, revised.Part, p => p with { Hash = revised.Hash, Revision = p.Revision + 1, State = PartState.InReview, Run = 0, Round = revised.Round, LastEditor = revised.By, Reason = null }));

    public static PartReview FirstOf(ApprovalPart part, People.Recipient author) => new(part.Name, part.Hash, 1, PartState.InReview, 0, 1, author);

    private static ApprovalRequest WithPart(ApprovalRequest state, string name, Func<PartReview, PartReview> change)
        => state with { Parts = [.. state.Parts.Select(p => p.Name == name ? change(p) : p)] };

    private static ApprovalRequest WithRun(ApprovalRequest state, int number, Func<StepRun, StepRun> change)
        => state with { Runs = [.. state.Runs.Select(r => r.Number == number ? change(r) : r)] };

    /// <summary>A run ends when no part is asked for in it any more.</summary>
    private static ApprovalRequest Pruned(ApprovalRequest state)
        => state with { Runs = [.. state.Runs.Where(r => state.Parts.Any(p => p.Run == r.Number))] };
}
