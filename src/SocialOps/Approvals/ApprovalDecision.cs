using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Content;
using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>What one person decided about exactly these bytes.</summary>
public sealed record ApprovalDecision
{
    /// <summary>Its number in the request, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The step, from 0.</summary>
    public required int Step { get; init; }

    /// <summary>What was decided.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>Who decided.</summary>
    public required Recipient By { get; init; }

    /// <summary>The selectors of the step that the voter could fill then, by number.</summary>
    public IReadOnlyList<int> Seats { get; init; } = [];

    /// <summary>In whose place, under a delegation.</summary>
    public Recipient? OnBehalfOf { get; init; }

    /// <summary>The delegation.</summary>
    public DelegationId? Delegation { get; init; }

    /// <summary>The parts, each with the hash that was decided on.</summary>
    public required IReadOnlyList<DecidedPart> Parts { get; init; }

    /// <summary>When the approved bytes may go out; <see langword="null"/> for whenever.</summary>
    public ApprovalWindow? Window { get; init; }

    /// <summary>When it was decided.</summary>
    public required Instant At { get; init; }

    /// <summary>When it had been asked for.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>The door it came through.</summary>
    public required string Via { get; init; }

    /// <summary>The approver's words.</summary>
    public string? Comment { get; init; }

    /// <summary>How sure we are that it was the approver.</summary>
    public AssuranceLevel Assurance { get; init; }

    /// <summary>Ids of what proves it: a mail, a contract's clause, a notice and its delivery.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The account owner decided what nobody had decided in time.</summary>
    public bool IsEscalated { get; init; }

    /// <summary>The decision it repeats for bytes that an approver edited (<see cref="ApprovalPolicyDefinition.ApproverEditKeepsEarlierSteps"/>).</summary>
    public int? CarriedFrom { get; init; }

    /// <summary>Since when it no longer counts; <see langword="null"/> while it does.</summary>
    public Instant? RevokedAt { get; init; }

    /// <summary>Who took it back, and why.</summary>
    public string? RevokeReason { get; init; }

    /// <summary>Whose seat it fills: the person's in whose place it was made, otherwise the decider's own.</summary>
    [JsonIgnore]
    public Recipient Voter => OnBehalfOf ?? By;

    /// <summary>Who decided, in words: "X" or "X for Y".</summary>
    [JsonIgnore]
    public string Who => Kind == DecisionKind.Tacit ? "silence" : OnBehalfOf is null ? $"{By}" : $"{By} for {OnBehalfOf}";

    internal DecidedPart? Find(string name)
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            if (Parts[i].Name == name)
            {
                return Parts[i];
            }
        }

        return null;
    }
}

/// <summary>One part as it was decided on.</summary>
/// <param name="Name">The part.</param>
/// <param name="Hash">The hash that was decided on.</param>
/// <param name="Revision">The how-many-eth version of the part in this request it was, from 1.</param>
public sealed record DecidedPart(string Name, ContentHash Hash, int Revision);
