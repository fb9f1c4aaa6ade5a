using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Escalations;

/// <summary>Who is told, and who next when nobody acts. After the last step it begins again with growing intervals, for ever, until a person acts.</summary>
public sealed record EscalationPolicyDefinition
{
    /// <summary>The policy's id.</summary>
    public required EscalationPolicyId Id { get; init; }

    /// <summary>The steps in order; the client's emergency contact always follows as the last one.</summary>
    public required IReadOnlyList<EscalationStep> Steps { get; init; }
}

/// <summary>One step.</summary>
/// <param name="Targets">Who is told; resolved when the step fires.</param>
/// <param name="Delay">How long to wait for somebody to act before the next step; <see langword="null"/> for the default by severity: crisis 5 min, high 15 min, otherwise 60 min.</param>
public sealed record EscalationStep(IReadOnlyList<EscalationTarget> Targets, Duration? Delay = null);

/// <summary>Who is told.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OnDuty), "onDuty")]
[JsonDerivedType(typeof(Named), "person")]
[JsonDerivedType(typeof(EmergencyContact), "emergencyContact")]
public abstract record EscalationTarget
{
    private EscalationTarget()
    {
    }

    /// <summary>Whoever is on duty when the step fires.</summary>
    /// <param name="Schedule">The schedule.</param>
    public sealed record OnDuty(ScheduleId Schedule) : EscalationTarget;

    /// <summary>A person, or their deputy while they are absent.</summary>
    /// <param name="Person">The person.</param>
    public sealed record Named(PersonId Person) : EscalationTarget;

    /// <summary>The client's emergency contact (requirement 0.17).</summary>
    public sealed record EmergencyContact : EscalationTarget;
}
