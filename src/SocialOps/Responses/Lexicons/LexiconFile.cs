using System.Globalization;
using SocialOps.Channels;

namespace SocialOps.Responses.Lexicons;

/// <summary>What an entry of a lexicon speaks for.</summary>
internal enum CueKind : byte
{
    /// <summary>A category.</summary>
    Category,

    /// <summary>Displeasure.</summary>
    Negative,

    /// <summary>Pleasure.</summary>
    Positive,

    /// <summary>Nothing itself: it turns what is near.</summary>
    Negator,

    /// <summary>The language.</summary>
    Language,
}

/// <summary>A cue: what an entry speaks for, and how much.</summary>
/// <param name="Kind">What it speaks for.</param>
/// <param name="Category">The category, for <see cref="CueKind.Category"/>.</param>
/// <param name="Cause">What a complaint is about.</param>
/// <param name="Score">How much it tells, 0 to 1.</param>
/// <param name="IsFirm">A negation near it changes nothing.</param>
/// <param name="Language">The lexicon's language.</param>
internal readonly record struct Cue(CueKind Kind, Category Category, ComplaintCause Cause, double Score, bool IsFirm, string Language);

/// <summary>
/// Reads a lexicon: lines of words and phrases with commas between them under headings such as <c>[complaint billing 0.8]</c>, <c>[negative 0.5]</c>, <c>[insult 0.9 firm]</c>, <c>[negators]</c>, <c>[language]</c>; the first lines are
/// <c>language de</c> and <c>version 1</c>; # begins a comment.
/// </summary>
internal static class LexiconFile
{
    public static LexiconPart Read(TextReader reader)
    {
        var entries = new List<(string Phrase, Cue Cue)>();
        var (language, version, number) = ("", "", 0);
        Cue? cue = null;
        while (reader.ReadLine() is { } line)
        {
            number++;
            line = line.Split('#')[0].Trim();
            switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                case []:
                    break;
                case ["language", var code] when cue is null:
                    language = code;
                    break;
                case ["version", var text] when cue is null:
                    version = text;
                    break;
                case [['[', ..], ..]:
                    cue = Heading(line.Trim('[', ']').Split(' '), language) ?? throw new FormatException($"Line {number}: '{line}' is no heading of a lexicon.");
                    break;
                default:
                    var under = cue ?? throw new FormatException($"Line {number}: words stand before the first heading.");
                    entries.AddRange(line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(phrase => (phrase, under)));
                    break;
            }
        }

        return new(language, version, entries);
    }

    private static Cue? Heading(string[] words, string language)
    {
        var score = words.Select(w => double.TryParse(w, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0).Max();
        var cue = new Cue(CueKind.Category, default, ComplaintCause.Other, score, words.Contains("firm"), language);
        return words[0] switch
        {
            "negative" => cue with { Kind = CueKind.Negative },
            "positive" => cue with { Kind = CueKind.Positive },
            "negators" => cue with { Kind = CueKind.Negator },
            "language" => cue with { Kind = CueKind.Language },
            "complaint" => cue with { Category = Category.Complaint, Cause = CauseOf(words) },
            "danger" => cue with { Category = Category.SafetyEmergency },
            "hate" => cue with { Category = Category.HateOrThreat },
            "legal" => cue with { Category = Category.LegalOrPress },
            "misinformation" => cue with { Category = Category.Misinformation },
            "insult" => cue with { Category = Category.Insult },
            "troll" => cue with { Category = Category.Troll },
            "spam" => cue with { Category = Category.Spam },
            "question" => cue with { Category = Category.Question },
            "praise" => cue with { Category = Category.Praise },
            "general" => cue with { Category = Category.General },
            _ => null,
        };
    }

    private static ComplaintCause CauseOf(string[] words) => words.Length < 2 ? ComplaintCause.Other : words[1] switch
    {
        "service" => ComplaintCause.Service,
        "billing" => ComplaintCause.Billing,
        "product" => ComplaintCause.ProductDefect,
        "damage" => ComplaintCause.Damage,
        _ => ComplaintCause.Other,
    };
}

/// <summary>A lexicon as it was read.</summary>
/// <param name="Language">Its language as BCP 47 writes it.</param>
/// <param name="Version">Its version.</param>
/// <param name="Entries">Its entries.</param>
internal sealed record LexiconPart(string Language, string Version, IReadOnlyList<(string Phrase, Cue Cue)> Entries);
