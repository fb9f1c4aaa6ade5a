using NodaTime;

namespace SocialOps.People;

/// <summary>How much time a person has for clients.</summary>
/// <param name="PerWorkday">Monday to Friday, each.</param>
/// <param name="PerWeekendDay">Saturday and Sunday, each.</param>
public sealed record PersonCapacity(Duration PerWorkday, Duration PerWeekendDay);
