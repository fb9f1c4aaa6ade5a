namespace SocialOps.Invariants;

/// <summary>Something that must never be.</summary>
/// <param name="Invariant">What is broken.</param>
/// <param name="SubjectId">The id of the record or work row.</param>
/// <param name="Message">What is wrong and what to do, in sentences for people.</param>
public sealed record InvariantViolation(Invariant Invariant, string SubjectId, string Message)
{
    /// <summary>E.g. <c>I1 case 7f3a: ...</c>.</summary>
    public override string ToString() => $"I{(int)Invariant} {SubjectId}: {Message}";
}
