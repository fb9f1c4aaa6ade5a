using System.Text.Json.Serialization;
using SocialOps.OnCall;
using SocialOps.People;

namespace SocialOps.Escalations;

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
