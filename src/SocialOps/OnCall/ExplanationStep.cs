using SocialOps.People;

namespace SocialOps.OnCall;

/// <summary>One line of an explanation.</summary>
/// <param name="Rule">The rule that was applied.</param>
/// <param name="Text">What it did, for people.</param>
public sealed record ExplanationStep(ExplanationRule Rule, string Text)
{
    /// <summary>The layer, where one is meant.</summary>
    public string? Layer { get; init; }

    /// <summary>The number of the turn, counted from the rotation's anchor, where one is meant.</summary>
    public long? Turn { get; init; }

    /// <summary>The person, where one is meant.</summary>
    public PersonId? Person { get; init; }

    /// <summary>The override, plan or swap, where one is meant.</summary>
    public string? Override { get; init; }
}
