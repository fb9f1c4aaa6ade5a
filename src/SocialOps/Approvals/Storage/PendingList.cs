using NodaTime;
using SocialOps.Storage;

namespace SocialOps.Approvals;

/// <summary>Keeps the list of what waits for whom beside the request, in the same transaction.</summary>
internal static class PendingList
{
    public static async ValueTask WriteAsync(IStoreTransaction transaction, ApprovalRequest request, ApprovalPolicy policy, ApprovalFacts facts, Instant now, CancellationToken cancellationToken)
    {
        var wanted = Of(request, policy, facts, now).ToDictionary(ApprovalRecords.Pending.KeyOf);
        var page = await transaction.QueryAsync(ApprovalRecords.Pending, new RecordQuery("", 2, $"{request.Id}/", $"{request.Id}0", 1_000), cancellationToken).ConfigureAwait(false);
        foreach (var stored in page.Items)
        {
            var key = ApprovalRecords.Pending.KeyOf(stored.Value);
            if (!wanted.Remove(key, out var next))
            {
                await transaction.RemoveAsync(ApprovalRecords.Pending.Name, key, stored.Version, cancellationToken).ConfigureAwait(false);
            }
            else if (!IsSame(next, stored.Value))
            {
                await transaction.PutAsync(ApprovalRecords.Pending, next, stored.Version, cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var added in wanted.Values)
        {
            await transaction.PutAsync(ApprovalRecords.Pending, added, 0, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What waits for whom: the soonest step of each person who is selected and has not answered, with all its parts, however they came there, by its soonest deadline. Delegates read their principals' lists.</summary>
    public static IEnumerable<PendingApproval> Of(ApprovalRequest request, ApprovalPolicy policy, ApprovalFacts facts, Instant now)
        => from run in request.Runs
           from who in Eligibility.SelectedBy(policy.Steps[run.Step], facts, now).Concat(Owner(run, policy)).Distinct()
           where policy.Definition.SoloMode || policy.Definition.AuthorMayApprove || who != request.Author
           let parts = run.Parts.Where(p => request.FindPart(p.Name)!.Run == run.Number && !HasAnswered(request, run, who, p)).ToList()
           where parts.Count > 0
           group new PendingApproval(request.Id, who, request.Client, request.Kind, request.SubjectId, run.Step, parts, run.DueAt) by who.Key into mine
           let soonest = mine.OrderBy(p => p.DueAt).ThenBy(p => p.Step).First()
           let shown = mine.Where(p => p.Step == soonest.Step).SelectMany(p => p.Parts).ToHashSet()
           select soonest with { Parts = [.. request.Parts.Select(p => new ApprovalPart(p.Name, p.Hash)).Where(shown.Contains)] };

    private static IEnumerable<People.Recipient> Owner(StepRun run, ApprovalPolicy policy)
        => run.EscalatedAt is not null && policy.Definition.AccountOwner is { } owner ? [new People.Recipient.OfAgency(owner)] : [];

    private static bool HasAnswered(ApprovalRequest request, StepRun run, People.Recipient who, ApprovalPart part)
        => request.Decisions.Any(d => d.RevokedAt is null && d.Step == run.Step && d.Voter == who && d.Find(part.Name)?.Hash == part.Hash);

    private static bool IsSame(PendingApproval a, PendingApproval b) => a.Step == b.Step && a.DueAt == b.DueAt && a.Parts.SequenceEqual(b.Parts);
}
