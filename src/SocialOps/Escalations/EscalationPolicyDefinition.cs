namespace SocialOps.Escalations;

/// <summary>Who is told, and who next when nobody acts. After the last step it begins again with growing intervals, for ever, until a person acts. Immutable.</summary>
public sealed record EscalationPolicyDefinition
{
    /// <summary>The policy's id.</summary>
    public required EscalationPolicyId Id { get; init; }

    /// <summary>The steps in order; the client's emergency contact always follows as the last one.</summary>
    public required IReadOnlyList<EscalationStep> Steps { get; init; }

    /// <summary>How many different people must acknowledge before the run stops; 1 or more.</summary>
    public int Acknowledgements { get; init; } = 1;
}
