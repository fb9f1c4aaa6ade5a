using NodaTime;

namespace SocialOps.Approvals;

/// <summary>
/// Whether something may be sent now, computed from the decisions, the bytes and the facts: there is no flag to forget. A decision counts only for the hash it was made on, while it is
/// not taken back, inside its window, and while the approver is still entitled. Pure and thread-safe.
/// </summary>
public static class ApprovalValidity
{
    /// <summary>Checks what is about to be sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="current">Exactly what is about to be sent.</param>
    /// <param name="policy">The request's policy, in the version it began with.</param>
    /// <param name="facts">The world as it is now.</param>
    /// <param name="now">Now; a decision or a release that is dated later does not count.</param>
    /// <exception cref="ArgumentException">The policy is another one, or nothing is to be sent.</exception>
    public static ApprovalVerdict Check(ApprovalRequest request, CurrentContent current, ApprovalPolicy policy, ApprovalFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(facts);
        if (policy.Definition.Id != request.Policy || policy.Version != request.PolicyVersion)
        {
            throw new ArgumentException($"The request began with policy {request.Policy} v{request.PolicyVersion}, not with {policy.Definition.Id} v{policy.Version}.", nameof(policy));
        }

        if (current.Parts.Count == 0)
        {
            throw new ArgumentException("Nothing is to be sent: name the parts.", nameof(current));
        }

        var tally = new StepTally(request, policy, facts, now);
        var parts = new PartVerdict[current.Parts.Count];
        ApprovalBasis? basis = ApprovalBasis.Quorum;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = CheckPart(request, current.Parts[i], current.Slot ?? request.PublishAt, policy, facts, now, tally);
            basis = parts[i].Basis is { } one && basis is { } all ? (one > all ? one : all) : null;
        }

        return new(basis, parts) { Reasons = basis is null ? Explain(request, current, parts) : [] };
    }

    private static PartVerdict CheckPart(ApprovalRequest request, ApprovalPart part, Instant? slot, ApprovalPolicy policy, ApprovalFacts facts, Instant now, StepTally tally)
    {
        if (Barred(request, part, now) is { } barred)
        {
            return new(part.Name, part.Hash, null, [], [barred]);
        }

        var review = request.FindPart(part.Name)!;
        var counted = new CountedPart(part.Name, part.Hash, RevisionOf(review, part), review.LastEditor, slot);
        var used = new List<int>(policy.Steps.Count);
        var basis = ApprovalBasis.Quorum;
        var open = policy.Steps.Count;
        for (var step = 0; step < policy.Steps.Count && open == policy.Steps.Count; step++)
        {
            open = tally.IsFilled(step, counted, ref basis, used, null) ? open : step;
        }

        if (open == policy.Steps.Count)
        {
            return new(part.Name, part.Hash, basis, used, []);
        }

        if (OtherBasis(request, part, facts, now) is { } other)
        {
            return new(part.Name, part.Hash, other, [], []);
        }

        var reasons = new List<string>();
        for (var step = open; step < policy.Steps.Count; step++)
        {
            tally.IsFilled(step, counted, ref basis, null, reasons);
        }

        return new(part.Name, part.Hash, null, [], reasons);
    }

    /// <summary>What no approval can cure.</summary>
    private static string? Barred(ApprovalRequest request, ApprovalPart part, Instant now)
    {
        if (request.FindPart(part.Name) is not { } review)
        {
            return $"'{part.Name}' was never submitted.";
        }

        if (review.State is PartState.Withdrawn or PartState.Rejected)
        {
            return $"'{part.Name}' is {review.State}: {review.Reason}";
        }

        return request.Dissents.Count > 0 && request.Dissents.FirstOrDefault(d => d.BlocksAt(now)) is { } dissent && !IsReleased(request, part, now)
            ? $"the objection of {dissent.By} is open until {dissent.BlocksUntil}: {dissent.Objection}"
            : null;
    }

    private static ApprovalBasis? OtherBasis(ApprovalRequest request, ApprovalPart part, ApprovalFacts facts, Instant now)
        => request.Standing is { } grant && grant.Filled == part.Hash && facts.HasGrant(grant) ? ApprovalBasis.Standing
            : IsReleased(request, part, now) ? ApprovalBasis.Emergency : null;

    private static bool IsReleased(ApprovalRequest request, ApprovalPart part, Instant now) => request.Emergencies.Any(e => e.WasRight != false && e.At <= now && e.Parts.Contains(part));

    /// <summary>Bytes that the request has not been told of are a version of their own: nothing was decided on that one.</summary>
    private static int RevisionOf(PartReview review, ApprovalPart part) => review.Hash == part.Hash ? review.Revision : review.Revision + 1;

    private static IReadOnlyList<string> Explain(ApprovalRequest request, CurrentContent current, PartVerdict[] parts)
    {
        var reasons = parts.SelectMany(p => p.Reasons).Distinct(StringComparer.Ordinal).ToList();
        var changed = current.Parts.Where(p => request.Decisions.Any(d => d.Find(p.Name) is { } decided && decided.Hash != p.Hash) && request.Decisions.All(d => d.Find(p.Name)?.Hash != p.Hash)).ToList();
        if (changed.Count > 0 && changed.Count < current.Parts.Count)
        {
            reasons.Add($"only {string.Join(", ", changed.Select(p => $"'{p.Name}'"))} changed.");
        }

        return reasons;
    }
}
