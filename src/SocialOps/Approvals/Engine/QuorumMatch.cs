namespace SocialOps.Approvals;

/// <summary>Whether approvals fill a quorum. Under AllOf each selector needs somebody of its own, so the seats are matched (augmenting paths).</summary>
internal static class QuorumMatch
{
    public static bool IsFilled(ApprovalStep step, IReadOnlyList<ApprovalDecision> approvals, ApprovalPolicy policy, ApprovalFacts facts) => step.Quorum switch
    {
        Quorum.AtLeast quorum => approvals.Count >= quorum.Count,
        Quorum.AllOf => FillsAllSeats(step, approvals, policy, facts),
        _ => approvals.Count > 0,
    };

    private static bool FillsAllSeats(ApprovalStep step, IReadOnlyList<ApprovalDecision> approvals, ApprovalPolicy policy, ApprovalFacts facts)
    {
        if (approvals.Count < step.Approvers.Count)
        {
            return false;
        }

        var seatOf = new int[approvals.Count];
        Array.Fill(seatOf, -1);
        for (var seat = 0; seat < step.Approvers.Count; seat++)
        {
            if (!TrySeat(seat, new bool[approvals.Count]))
            {
                return false;
            }
        }

        return true;

        bool TrySeat(int seat, bool[] tried)
        {
            for (var i = 0; i < approvals.Count; i++)
            {
                if (tried[i] || !Fits(seat, approvals[i]))
                {
                    continue;
                }

                tried[i] = true;
                if (seatOf[i] < 0 || TrySeat(seatOf[i], tried))
                {
                    seatOf[i] = seat;
                    return true;
                }
            }

            return false;
        }

        bool Fits(int seat, ApprovalDecision approval) => policy.Definition.CountsAfterRoleLost
            ? approval.Seats.Contains(seat)
            : Eligibility.Selects(step.Approvers[seat], approval.Voter, facts, approval.AskedAt, approval.At);
    }
}
