using NodaTime;
using SocialOps.Content.Style;

namespace SocialOps.Content;

/// <summary>A variant's texts against a style guide. Pure; the same guide and text give the same findings in the same order.</summary>
public static class StyleLint
{
    /// <summary>Every finding at once.</summary>
    /// <param name="variant">The variant, normalised.</param>
    /// <param name="guide">What its texts must and must not say.</param>
    /// <param name="publishOn">The day on which it is to be published, in the client's zone: statements are valid or not on it.</param>
    public static IReadOnlyList<ContentFinding> Check(Variant variant, StyleGuide guide, LocalDate publishOn)
    {
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentNullException.ThrowIfNull(guide);
        var place = VariantCheck.PlaceOf(variant);
        var parts = new List<Part> { new($"{place}.text", variant.Text) };
        if (variant.FirstComment is { } comment)
        {
            parts.Add(new($"{place}.firstComment", comment));
        }

        return
        [
            .. parts.SelectMany(p => Forbidden(p, guide).Concat(Tone(p, guide, variant.Language))),
            .. Required(parts, guide, variant),
            .. Statements(parts, guide, publishOn),
        ];
    }

    private static IEnumerable<ContentFinding> Forbidden(Part part, StyleGuide guide)
        => from rule in guide.Forbidden
           from span in Phrase.Parse(rule.Phrase).FindAll(part.Words)
           let remedy = rule.Instead is { } instead ? $"Say '{instead}' instead." : "Leave it out."
           select new ContentFinding(rule.Severity, "phrase.forbidden", part.Place, part.At(span), $"'{part.At(span)}' must not be said: {rule.Why}", remedy, span);

    private static IEnumerable<ContentFinding> Tone(Part part, StyleGuide guide, string? language)
        => from rule in guide.Tone.Phrases
           where language is null || language.StartsWith(rule.Language, StringComparison.OrdinalIgnoreCase)
           from span in Phrase.Parse(rule.Phrase).FindAll(part.Words)
           select ContentFinding.Warning("tone.defensive", part.Place, part.At(span), $"'{part.At(span)}' may sound defensive.", rule.Hint, span);

    private static IEnumerable<ContentFinding> Required(List<Part> parts, StyleGuide guide, Variant variant)
        => from rule in guide.Required
           where (!rule.WhenPaid || variant.IsPaidPartnership) && (rule.WhenSaying is not { } trigger || Has(parts, Phrase.Parse(trigger)))
           where !Has(parts, Phrase.Parse(rule.Phrase))
           select ContentFinding.Error("phrase.required", parts[0].Place, rule.Phrase, $"'{rule.Phrase}' must be said: {rule.Why}", "Add it.");

    private static IEnumerable<ContentFinding> Statements(List<Part> parts, StyleGuide guide, LocalDate publishOn)
    {
        foreach (var statement in guide.Statements)
        {
            var said = parts.SelectMany(p => Phrase.Literal(statement.Text).FindAll(p.Words).Select(s => (Part: p, Span: s))).ToList();
            if (publishOn > statement.ValidUntil)
            {
                foreach (var (part, span) in said)
                {
                    yield return ContentFinding.Error("statement.expired", part.Place, part.At(span), $"Statement '{statement.Id}' was confirmed until {statement.ValidUntil:uuuu-MM-dd} and is to be published on {publishOn:uuuu-MM-dd}.", $"Ask {statement.FactOwner} to confirm it anew ({statement.FactSource}), or leave it out.", span);
                }
            }

            if (said.Count == 0)
            {
                foreach (var finding in Unapproved(parts, statement))
                {
                    yield return finding;
                }
            }
        }
    }

    private static IEnumerable<ContentFinding> Unapproved(List<Part> parts, ApprovedStatement statement)
        => from part in parts
           from topic in statement.Topics
           from span in Phrase.Parse(topic).FindAll(part.Words)
           select ContentFinding.Warning("statement.other-words", part.Place, part.At(span), $"It is about '{statement.Id}' and does not say it as confirmed.", $"Say '{statement.Text}', or have {statement.FactOwner} confirm the new words ({statement.FactSource}).", span);

    private static bool Has(List<Part> parts, Phrase phrase) => parts.Exists(p => phrase.FindAll(p.Words).Any());

    private sealed record Part(string Place, string Text)
    {
        public List<TextWord> Words { get; } = TextWords.Of(Text);

        public string At(TextSpan span) => Text.Substring(span.Start, span.Length);
    }
}
