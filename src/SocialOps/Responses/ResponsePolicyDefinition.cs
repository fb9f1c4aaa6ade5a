using SocialOps.Channels;

namespace SocialOps.Responses;

/// <summary>What is answered how. Rules label an item, guards say what must not follow, and the first pattern that fits says what follows.</summary>
public sealed record ResponsePolicyDefinition
{
    /// <summary>The policy's id.</summary>
    public required ResponsePolicyId Id { get; init; }

    /// <summary>How far the engine may go alone.</summary>
    public AutonomyDefinition Autonomy { get; init; } = new();

    /// <summary>How people are addressed; <see langword="null"/> for no wish.</summary>
    public ReplyTone? Tone { get; init; }

    /// <summary>The rules; all run, their labels merge.</summary>
    public IReadOnlyList<ResponseRule> Rules { get; init; } = [];

    /// <summary>What holds whatever the patterns say; these come on top of the library's own (<see cref="BuiltInGuards"/>). All that apply hold.</summary>
    public IReadOnlyList<ResponseGuard> Guards { get; init; } = [];

    /// <summary>What is done for which items, in any order: the one that comes first by <see cref="ActionPattern"/>'s own order holds. An item without one is assigned to a person.</summary>
    public IReadOnlyList<ActionPattern> Patterns { get; init; } = [];

    /// <summary>The saved reply that is proposed while a wave stands at level 3 or above: what is known, and when more will be said.</summary>
    public SavedReplyId? HoldingStatement { get; init; }
}

/// <summary>Words that give a label.</summary>
public sealed record ResponseRule
{
    /// <summary>The rule's id, unique within the policy.</summary>
    public required string Id { get; init; }

    /// <summary>The label.</summary>
    public required Category Category { get; init; }

    /// <summary>What a complaint is about.</summary>
    public ComplaintCause Cause { get; init; }

    /// <summary>How grave it is; <see langword="null"/> for the category's default.</summary>
    public Severity? Severity { get; init; }

    /// <summary>One of these words or phrases stands in the text: whole words; <c>*</c> at an end stands for any letters.</summary>
    public required IReadOnlyList<string> Any { get; init; }

    /// <summary>None of these stands in the text.</summary>
    public IReadOnlyList<string> None { get; init; } = [];

    /// <summary>The networks it applies to; empty for all.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];
}
