using System.Text.Json.Serialization;
using NodaTime;

namespace SocialOps.Time;

/// <summary>By when something must have happened, counted from a start over a calendar.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Within), "within")]
[JsonDerivedType(typeof(SameDayBy), "sameDayBy")]
[JsonDerivedType(typeof(BusinessDays), "businessDays")]
public abstract record ResponseTarget
{
    private ResponseTarget()
    {
    }

    /// <summary>Within so much open time.</summary>
    /// <param name="OpenTime">Greater than zero.</param>
    public sealed record Within(Duration OpenTime) : ResponseTarget;

    /// <summary>By the first such local time (in the calendar's zone) that leaves at least so much elapsed time (requirement 0.12: "the same day by 20:00").</summary>
    /// <param name="Time">The local time.</param>
    /// <param name="AtLeast">The least elapsed time between start and deadline.</param>
    public sealed record SameDayBy(LocalTime Time, Duration AtLeast) : ResponseTarget;

    /// <summary>By the same local time so many days of coverage later.</summary>
    /// <param name="Days">1 or more.</param>
    public sealed record BusinessDays(int Days) : ResponseTarget;
}

/// <summary>A target that depends on when the start lies (requirement 0.12): on a workday, at the weekend or on a holiday, or while the person on duty is in a meeting.</summary>
/// <param name="Workday">The target on Monday to Friday, holidays excepted; also where the others are not set.</param>
/// <param name="Weekend">The target on Saturdays, Sundays and holidays.</param>
/// <param name="InMeeting">The target while the person on duty is known to be in a meeting.</param>
public sealed record ResponseTargets(ResponseTarget Workday, ResponseTarget? Weekend = null, ResponseTarget? InMeeting = null);
