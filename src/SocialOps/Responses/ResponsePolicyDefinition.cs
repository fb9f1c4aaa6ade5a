using SocialOps.Channels;

namespace SocialOps.Responses;

/// <summary>What is answered how. Rules label an item; the label's category selects the action pattern.</summary>
public sealed record ResponsePolicyDefinition
{
    /// <summary>The policy's id.</summary>
    public required ResponsePolicyId Id { get; init; }

    /// <summary>The rules; all run, their labels merge.</summary>
    public IReadOnlyList<ResponseRule> Rules { get; init; } = [];

    /// <summary>What is done for which category; a category without one is assigned to a person.</summary>
    public IReadOnlyList<ActionPattern> Patterns { get; init; } = [];
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

/// <summary>What is done for a category, in order.</summary>
/// <param name="Category">The category.</param>
/// <param name="Steps">The steps.</param>
/// <param name="Cause">Only for complaints about this; <see langword="null"/> for all.</param>
public sealed record ActionPattern(Category Category, IReadOnlyList<ActionStep> Steps, ComplaintCause? Cause = null)
{
    /// <summary>The same without some steps, and with somebody made responsible.</summary>
    internal ActionPattern LeftToPeople(params ReadOnlySpan<ActionKind> without)
    {
        List<ActionStep> steps = [new(ActionKind.Assign)];
        foreach (var step in Steps)
        {
            if (step.Kind != ActionKind.Assign && !without.Contains(step.Kind))
            {
                steps.Add(step);
            }
        }

        return this with { Steps = steps };
    }
}

/// <summary>One step of an action pattern.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Reply">The saved reply that is sent, for <see cref="ActionKind.Thank"/> and <see cref="ActionKind.Apologise"/>.</param>
public sealed record ActionStep(ActionKind Kind, SavedReplyId? Reply = null);

/// <summary>What an action step does.</summary>
public enum ActionKind
{
    /// <summary>Sends a thank-you by standing autonomy (requirement 0.11).</summary>
    Thank,

    /// <summary>Proposes an apology, which is sent when a person reacts with it (requirement 0.13).</summary>
    Apologise,

    /// <summary>Makes a person responsible.</summary>
    Assign,

    /// <summary>Tells the client (requirement 0.16).</summary>
    ContactClient,

    /// <summary>Needs nothing: recorded and closed.</summary>
    Dismiss,
}

/// <summary>A text that was approved for use.</summary>
/// <param name="Id">The reply's id.</param>
/// <param name="Language">The text's language as BCP 47 writes it, e.g. <c>de</c>.</param>
/// <param name="Texts">The wordings; the engine takes them in turn.</param>
public sealed record SavedReplyDefinition(SavedReplyId Id, string Language, IReadOnlyList<string> Texts);
