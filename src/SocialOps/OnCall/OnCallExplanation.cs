using NodaTime;

namespace SocialOps.OnCall;

/// <summary>Why an answer is what it is: every rule that was applied, in order. The same code gave the answer.</summary>
/// <param name="At">The instant asked for.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Until">The instant up to which the answer certainly holds; it may hold longer.</param>
/// <param name="Steps">The rules that were applied, in order.</param>
public sealed record OnCallExplanation(Instant At, OnCallAnswer Answer, Instant Until, IReadOnlyList<ExplanationStep> Steps)
{
    /// <summary>A text for people: the answer, then a line for each rule.</summary>
    public override string ToString()
        => string.Join('\n', Steps.Select(step => "  " + step.Text).Prepend($"{At}: {Answer}"));
}
