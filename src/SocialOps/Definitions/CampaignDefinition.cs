using NodaTime;

namespace SocialOps.Definitions;

/// <summary>Days on which more than usual comes in, and is meant to: on threads that nobody criticises, a wave is seen only above a higher floor. Complaints count as ever (responses d.5).</summary>
/// <param name="Name">The name that people read.</param>
/// <param name="From">The first day, in the zone of the agency's first person.</param>
/// <param name="Until">The last day, inclusive.</param>
public sealed record CampaignDefinition(string Name, LocalDate From, LocalDate Until)
{
    /// <summary>Whether a day is one of its days.</summary>
    /// <param name="day">The day.</param>
    public bool Covers(LocalDate day) => From <= day && day <= Until;
}
