using NodaTime;
using SocialOps.Content;
using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>What a part looks like when its approvals are counted.</summary>
/// <param name="Name">The part.</param>
/// <param name="Hash">The hash of its current bytes.</param>
/// <param name="Revision">The version of the part that holds these bytes.</param>
/// <param name="LastEditor">Who made it.</param>
/// <param name="Slot">When it is to go out.</param>
internal readonly record struct CountedPart(string Name, ContentHash Hash, int Revision, Recipient? LastEditor, Instant? Slot);

/// <summary>The one place where approvals are counted, for the engine and for the check before sending: which of a step's decisions count for exactly these bytes, and whether they are enough.</summary>
internal sealed class StepTally(ApprovalRequest request, ApprovalPolicy policy, ApprovalFacts facts, Instant now)
{
    private readonly List<ApprovalDecision> _counted = [];

    /// <summary>Whether a step has its quorum for a part.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="part">The part as it is now.</param>
    /// <param name="basis">Raised to the weakest basis that was needed.</param>
    /// <param name="used">Takes the numbers of the decisions that counted.</param>
    /// <param name="reasons">Takes a sentence for each decision that does not count; <see langword="null"/> when nobody asks.</param>
    public bool IsFilled(int step, CountedPart part, ref ApprovalBasis basis, List<int>? used, List<string>? reasons)
    {
        _counted.Clear();
        var refused = false;
        for (var i = 0; i < request.Decisions.Count; i++)
        {
            var decision = request.Decisions[i];
            if (decision.Step != step || decision.Find(part.Name) is not { } decided || !IsLatest(decision, part))
            {
                continue;
            }

            if (WhyStale(decision, decided, part, reasons is not null) is { } stale)
            {
                reasons?.Add($"{Naming(decision)} does not count: {stale}.");
            }
            else if (decision.Kind is DecisionKind.Reject or DecisionKind.RequestChanges)
            {
                refused = true;
                reasons?.Add($"{decision.Who} {(decision.Kind == DecisionKind.Reject ? "rejected" : "asked for changes of")} '{part.Name}' in step '{policy.Steps[step].Name}': {decision.Comment}");
            }
            else if (WhyNotEntitled(decision, part, reasons is not null) is { } unentitled)
            {
                reasons?.Add($"{Naming(decision)} does not count: {unentitled}.");
            }
            else
            {
                _counted.Add(decision);
            }
        }

        if (!refused && IsEnough(step, ref basis))
        {
            Take(used);
            return true;
        }

        reasons?.Add(refused ? $"step '{policy.Steps[step].Name}' was closed against '{part.Name}'." : $"step '{policy.Steps[step].Name}' lacks its quorum ({Describe(policy.Steps[step].Quorum)}; {_counted.Count} counted).");
        return false;
    }

    /// <summary>Whether a person's voice in this step is spent already for these bytes, by a decision in somebody's place.</summary>
    public bool HasOtherVoice(int step, CountedPart part, Recipient by, Recipient voter)
        => request.Decisions.Any(d => d.Step == step && d.Kind == DecisionKind.Approve && d.By == by && d.Voter != voter && d.CarriedFrom is null
            && d.Find(part.Name) is { } decided && WhyStale(d, decided, part, false) is null && IsLatest(d, part));

    private void Take(List<int>? used)
    {
        for (var i = 0; used is not null && i < _counted.Count; i++)
        {
            used.Add(_counted[i].Number);
        }
    }

    private bool IsEnough(int step, ref ApprovalBasis basis)
    {
        if (_counted.Find(d => d.Kind == DecisionKind.Tacit) is not null)
        {
            basis = Max(basis, ApprovalBasis.Tacit);
            return true;
        }

        var escalated = _counted.Exists(d => d.IsEscalated);
        OneVoiceEach();
        if (!escalated && !QuorumMatch.IsFilled(policy.Steps[step], _counted, policy, facts))
        {
            return false;
        }

        if (policy.Definition.SoloMode && _counted.Exists(d => d.By == request.Author || d.Voter == request.Author) && !policy.Definition.AuthorMayApprove)
        {
            basis = Max(basis, ApprovalBasis.Solo);
        }

        return true;
    }

    /// <summary>One person, one voice: of two approvals that the same person made for two seats the earlier counts.</summary>
    private void OneVoiceEach()
    {
        for (var i = _counted.Count - 1; i > 0; i--)
        {
            for (var j = 0; j < i; j++)
            {
                if (_counted[j].By == _counted[i].By)
                {
                    _counted.RemoveAt(i);
                    break;
                }
            }
        }
    }

    /// <summary>The voter has decided nothing later about the same bytes in this step.</summary>
    private bool IsLatest(ApprovalDecision decision, CountedPart part)
    {
        for (var i = request.Decisions.Count - 1; i >= 0 && request.Decisions[i].Number > decision.Number; i--)
        {
            var later = request.Decisions[i];
            if (later.Step == decision.Step && later.Kind != DecisionKind.Tacit && later.Voter == decision.Voter && later.RevokedAt is null
                && later.Find(part.Name) is { } decided && decided.Hash == decision.Find(part.Name)!.Hash)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Why a decision does not count for these bytes: a sentence where somebody asks, otherwise an empty text, so that the plain answer builds none.</summary>
    private string? WhyStale(ApprovalDecision decision, DecidedPart decided, CountedPart part, bool explain)
    {
        if (decision.RevokedAt is { } revokedAt)
        {
            return explain ? $"it was taken back at {revokedAt}: {decision.RevokeReason}" : "";
        }

        if (decided.Hash != part.Hash)
        {
            return explain ? $"decided on {decided.Hash.Abbreviated}, current is {part.Hash.Abbreviated}" : "";
        }

        if (decision.CarriedFrom is { } carried && request.Decisions.First(d => d.Number == carried).RevokedAt is not null)
        {
            return explain ? "the decision that it repeats was taken back" : "";
        }

        if (!policy.Definition.RevalidateOnRevert && decided.Revision != part.Revision)
        {
            return explain ? $"decided on version {decided.Revision} of '{part.Name}', current is version {part.Revision}, and the policy does not let it count again" : "";
        }

        if (part.Slot is { } slot && decision.Window is { } window && !window.Contains(slot))
        {
            return explain ? $"the slot {slot} lies outside the approved window {window}" : "";
        }

        return decision.At <= now ? null : explain ? $"it is dated {decision.At}, which has not come" : "";
    }

    /// <inheritdoc cref="WhyStale" />
    private string? WhyNotEntitled(ApprovalDecision decision, CountedPart part, bool explain)
    {
        var rules = policy.Definition;
        if (decision.Kind == DecisionKind.Tacit)
        {
            return null;
        }

        if (!rules.SoloMode && !rules.AuthorMayApprove && (decision.By == request.Author || decision.Voter == request.Author))
        {
            return explain ? $"{request.Author} is the author (four eyes)" : "";
        }

        if (!rules.SoloMode && !rules.LastEditorMayApprove && part.LastEditor is { } editor && (decision.By == editor || decision.Voter == editor))
        {
            return explain ? $"{editor} edited last (four eyes)" : "";
        }

        if (rules.CountsAfterRoleLost)
        {
            return null;
        }

        if (!Eligibility.IsKnown(decision.By, facts))
        {
            return explain ? $"{decision.By} no longer works for {facts.Client}" : "";
        }

        return decision.IsEscalated
            ? IsOwner(decision.By) ? null : explain ? $"{decision.By} is no longer the account owner" : ""
            : Eligibility.Selects(policy.Steps[decision.Step], decision.Voter, facts, decision.AskedAt, decision.At) ? null : explain ? $"{decision.Voter} is no longer an approver of the step" : "";
    }

    private bool IsOwner(Recipient who) => policy.Definition.AccountOwner is { } owner && who is Recipient.OfAgency { Person: var id } && id == owner;

    private string Naming(ApprovalDecision decision) => $"the approval of {decision.Who} in step '{policy.Steps[decision.Step].Name}'";

    private static string Describe(Quorum quorum) => quorum switch
    {
        Quorum.AtLeast atLeast => $"at least {atLeast.Count}",
        Quorum.AllOf => "all of them",
        _ => "any one",
    };

    private static ApprovalBasis Max(ApprovalBasis a, ApprovalBasis b) => a > b ? a : b;
}
