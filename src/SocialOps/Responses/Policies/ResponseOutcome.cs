namespace SocialOps.Responses;

/// <summary>What follows from an item.</summary>
/// <param name="Classification">What it is.</param>
/// <param name="Pattern">The pattern that was selected, by its key; <c>default</c> where none fits.</param>
/// <param name="Steps">What is done: the pattern's steps, less what guards forbid, with what they add. Never empty.</param>
/// <param name="Guards">The guards that hold, by id: the library's own first, then the policy's, each in its order.</param>
public sealed record ResponseOutcome(Classification Classification, string Pattern, IReadOnlyList<ActionStep> Steps, IReadOnlyList<string> Guards)
{
    /// <summary>No pattern fitted: somebody is made responsible, and the policy could learn from it (requirement 4.5).</summary>
    public bool IsDefault => Pattern == ActionPattern.DefaultKey;

    /// <summary>The first step of a kind, or <see langword="null"/>.</summary>
    /// <param name="kind">The kind.</param>
    public ActionStep? Find(ActionKind kind)
    {
        foreach (var step in Steps)
        {
            if (step.Kind == kind)
            {
                return step;
            }
        }

        return null;
    }
}
