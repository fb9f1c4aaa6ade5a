using NodaTime;
using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>The order of checks of a token, exactly as reliability c.1 lists them. Pure; the caller finds the row.</summary>
internal static class TokenCheck
{
    public const int CodeTries = 5;

    /// <summary>Length and form, before any row is looked for.</summary>
    public static TokenRefusal? Read(string text, Span<byte> secret)
        => text.Length != TokenText.Length ? TokenRefusal.Length : TokenText.TryRead(text, secret) ? null : TokenRefusal.Form;

    /// <summary>Whether a row is this secret's; it was found by the hash, and is compared once more in constant time.</summary>
    public static bool IsOf(ApprovalToken token, ReadOnlySpan<byte> secret) => TokenSecrets.Equal(token.Hash, TokenSecrets.HashOf(secret));

    /// <summary>Everything after the row was found. The secret is empty for a mail that was matched by what it answers.</summary>
    public static TokenRefusal? Check(ApprovalToken token, ReadOnlySpan<byte> secret, TokenUse use, ApprovalRequest request, ApprovalPolicy policy, ApprovalFacts facts, Instant now)
    {
        if (now > token.ExpiresAt)
        {
            return TokenRefusal.Expired;
        }

        var spent = token.UsedAt is not null ? TokenRefusal.Used : token.SupersededAt is not null ? TokenRefusal.Superseded : token.RevokedAt is not null ? TokenRefusal.Revoked : (TokenRefusal?)null;
        return spent
            ?? WhyNotEligible(token, request, policy, facts, now)
            ?? WhyNotOpen(token, request, now)
            ?? FourEyes(token, use, request, policy)
            ?? Assurance(token, secret, use, request, policy)
            ?? (!token.Allowed.Contains(use.Kind) || (use.Kind != DecisionKind.Approve && string.IsNullOrWhiteSpace(use.Comment)) ? TokenRefusal.Decision : null);
    }

    /// <summary>How sure we are: the session, or the verified mail or the typed code, or only the link.</summary>
    public static AssuranceLevel LevelOf(ApprovalToken token, ReadOnlySpan<byte> secret, TokenUse use)
        => use.SignedIn is { } who && who == token.Approver ? AssuranceLevel.SignedIn
            : use.IsVerifiedMail || IsCode(token, secret, use) ? AssuranceLevel.Verified
            : AssuranceLevel.Link;

    private static TokenRefusal? WhyNotEligible(ApprovalToken token, ApprovalRequest request, ApprovalPolicy policy, ApprovalFacts facts, Instant now)
    {
        var step = policy.Steps[token.Step];
        var isEligible = token.OnBehalfOf is { } principal
            ? token.Parts.All(p => Eligibility.FindDelegation(step, token.Approver, principal, p.Name, facts, token.IssuedAt, now) is not null)
            : Eligibility.Selects(step, token.Approver, facts, token.IssuedAt, now) || IsEscalatedTo(token, request, policy, facts);
        return isEligible ? null : TokenRefusal.NotEligible;
    }

    private static bool IsEscalatedTo(ApprovalToken token, ApprovalRequest request, ApprovalPolicy policy, ApprovalFacts facts)
        => Eligibility.IsKnown(token.Approver, facts) && token.Approver is Recipient.OfAgency { Person: var id } && id == policy.Definition.AccountOwner
            && request.Runs.Any(r => r.Step == token.Step && r.EscalatedAt is not null);

    private static TokenRefusal? WhyNotOpen(ApprovalToken token, ApprovalRequest request, Instant now)
    {
        foreach (var part in token.Parts)
        {
            if (request.FindPart(part.Name) is not { State: PartState.InReview } review || request.FindRun(review.Run) is not { } run || run.Step != token.Step || now > run.DueAt)
            {
                return TokenRefusal.StepClosed;
            }
        }

        return token.Parts.Any(p => request.FindPart(p.Name)!.Hash != p.Hash) ? TokenRefusal.ContentChanged : null;
    }

    private static TokenRefusal? FourEyes(ApprovalToken token, TokenUse use, ApprovalRequest request, ApprovalPolicy policy)
    {
        var rules = policy.Definition;
        if (use.Kind != DecisionKind.Approve || rules.SoloMode)
        {
            return null;
        }

        var barred = (!rules.AuthorMayApprove && Is(request.Author)) || (!rules.LastEditorMayApprove && token.Parts.Any(p => Is(request.FindPart(p.Name)!.LastEditor)));
        return barred ? TokenRefusal.FourEyes : null;

        bool Is(Recipient who) => who == token.Approver || who == token.OnBehalfOf;
    }

    private static TokenRefusal? Assurance(ApprovalToken token, ReadOnlySpan<byte> secret, TokenUse use, ApprovalRequest request, ApprovalPolicy policy)
    {
        var isOther = use.SignedIn is { } who && who != token.Approver;
        var isGuess = use.Code is not null && !IsCode(token, secret, use);
        return isOther || isGuess || LevelOf(token, secret, use) < policy.MinimumAssurance(request.Risk) ? TokenRefusal.Assurance : null;
    }

    private static bool IsCode(ApprovalToken token, ReadOnlySpan<byte> secret, TokenUse use)
        => use.Code is { } code && token.CodeFailures < CodeTries && TokenSecrets.Equal(token.CodeHash, TokenSecrets.CodeHashOf(secret, code));
}
