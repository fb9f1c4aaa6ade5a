using SocialOps.Approvals;
using SocialOps.People;

namespace SocialOps.Benchmarks.Approvals;

/// <summary>The plain way to count: a query over all decisions for each part and step, with sets of whom each step selects.</summary>
internal static class NaiveValidity
{
    public static bool IsValid(ApprovalRequest request, IReadOnlyList<ApprovalPart> parts, ApprovalPolicy policy, ApprovalFacts facts)
        => parts.All(part => policy.Steps.Select((step, i) => (step, i)).All(s => Passes(request, part, s.step, s.i, facts)));

    private static bool Passes(ApprovalRequest request, ApprovalPart part, ApprovalStep step, int number, ApprovalFacts facts)
    {
        var latest = request.Decisions
            .Where(d => d.Step == number && d.RevokedAt is null && d.Parts.Any(p => p.Name == part.Name && p.Hash == part.Hash))
            .GroupBy(d => d.Voter).Select(g => g.OrderBy(d => d.Number).Last()).ToList();
        if (latest.Any(d => d.Kind != DecisionKind.Approve))
        {
            return false;
        }

        var seats = step.Approvers.Select(a => Selected(a, facts)).ToList();
        var voters = latest.Where(d => d.By != request.Author && seats.Any(s => s.Contains(d.Voter))).DistinctBy(d => d.By).Select(d => d.Voter).ToList();
        return step.Quorum switch
        {
            Quorum.AtLeast quorum => voters.Count >= quorum.Count,
            Quorum.AllOf => Fill(seats, voters),
            _ => voters.Count > 0,
        };
    }

    private static HashSet<Recipient> Selected(ApproverSelector selector, ApprovalFacts facts) => selector switch
    {
        ApproverSelector.Named named => [named.Who],
        ApproverSelector.Role role => [.. facts.People.Values.Where(p => p.Roles.Contains(role.Which)).Select(p => new Recipient.OfAgency(p.Id))],
        _ => [.. facts.Contacts.Select(c => new Recipient.OfClient(facts.Client, c.Id))],
    };

    private static bool Fill(IReadOnlyList<HashSet<Recipient>> seats, IReadOnlyList<Recipient> voters)
        => seats.Count == 0 || voters.Where(v => seats[0].Contains(v)).Any(v => Fill([.. seats.Skip(1)], [.. voters.Where(o => o != v)]));
}
