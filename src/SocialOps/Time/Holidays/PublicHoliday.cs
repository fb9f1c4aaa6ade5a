using NodaTime;

namespace SocialOps.Time;

/// <summary>A public holiday of a region in one year.</summary>
/// <param name="On">The civil day.</param>
/// <param name="German">Its name in German.</param>
/// <param name="English">Its name in English.</param>
/// <param name="Source">The law that the rule comes from.</param>
public sealed record PublicHoliday(LocalDate On, string German, string English, string Source)
{
    /// <summary>The name in a language.</summary>
    public string NameIn(TextLanguage language) => language == TextLanguage.German ? German : English;
}
