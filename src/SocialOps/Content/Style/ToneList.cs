namespace SocialOps.Content;

/// <summary>Phrases that make a text sound defensive. A hint and never an error: only people hear a tone.</summary>
/// <param name="Version">The list's version, from 1.</param>
/// <param name="Phrases">The phrases, compared as a <see cref="ForbiddenPhrase"/> is.</param>
public sealed record ToneList(int Version, IReadOnlyList<TonePhrase> Phrases)
{
    /// <summary>The built-in list in German and English.</summary>
    public static ToneList Defensive { get; } = new(1,
    [
        new("de", "das stimmt (so|doch|gar|überhaupt) nicht", "Sagen, was stimmt, und die Quelle nennen."),
        new("de", "wie (schon) bereits|schon gesagt|erwähnt|mitgeteilt", "Die Antwort einfach noch einmal geben."),
        new("de", "sie haben (das|uns|da) (etwas) falsch|missverstanden (verstanden)", "Es mit anderen Worten erklären."),
        new("de", "nicht unsere|meine schuld", "Sagen, was jetzt geschieht."),
        new("de", "dafür können wir nichts", "Sagen, was jetzt geschieht."),
        new("de", "selber|selbst schuld", "Weglassen."),
        new("de", "beruhigen sie sich", "Den Ärger anerkennen."),
        new("de", "sie hätten eben|halt|doch|nur", "Sagen, was jetzt hilft."),
        new("de", "hat sich (bisher|bislang|noch) niemand|keiner beschwert", "Die einzelne Erfahrung ernst nehmen."),
        new("de", "aus der luft gegriffen", "Sagen, was stimmt, und die Quelle nennen."),
        new("de", "unverschämtheit|frechheit", "Eine Pause machen und jemand anderen lesen lassen."),
        new("en", "that is (simply|just) untrue|wrong", "Say what is true and name the source."),
        new("en", "as we (have) (already) said|mentioned", "Give the answer once more."),
        new("en", "you (have) misunderstood|misread", "Explain it in other words."),
        new("en", "not our fault", "Say what happens now."),
        new("en", "your own fault", "Leave it out."),
        new("en", "calm down", "Acknowledge the anger."),
        new("en", "you should have", "Say what helps now."),
        new("en", "nobody else has (ever) complained", "Take the one experience seriously."),
        new("en", "no one else has (ever) complained", "Take the one experience seriously."),
        new("en", "with all due respect", "Leave it out."),
        new("en", "how dare you", "Take a break and let somebody else read it."),
    ]);
}

/// <summary>A phrase that sounds defensive.</summary>
/// <param name="Language">The language that it is looked for in, e.g. <c>de</c>; a text of unknown language is searched for all.</param>
/// <param name="Phrase">The phrase.</param>
/// <param name="Hint">What to do instead.</param>
public sealed record TonePhrase(string Language, string Phrase, string Hint);
