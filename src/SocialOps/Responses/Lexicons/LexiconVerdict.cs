using SocialOps.Channels;
using SocialOps.Responses.Text;

namespace SocialOps.Responses.Lexicons;

/// <summary>What the cues of a text amount to. The numbers were set on the tuning half of the posts that docs/performance.md names.</summary>
internal static class LexiconVerdict
{
    private const double Shown = 0.5;

    /// <summary>From here on an author counts as displeased; low, because to overlook one is worse than to ask a person.</summary>
    private const double Displeasure = 0.45;

    /// <summary>The surest that a complaint is by displeasure alone.</summary>
    private const double ByDispleasure = 0.85;

    /// <summary>Nothing is thanked for, and nothing closed unseen, on these words alone: below what acts.</summary>
    private const double NeverAlone = 0.89;

    public static ClassifierAnswer Of(CueTally tally, in TextSignals signals, double offence, LabelSource source)
    {
        var complaint = 1 - Product(tally);
        var insult = Either(tally.Score(Category.Insult), tally.Score(Category.HateOrThreat), offence);
        var displeased = Either(tally.Displeased, complaint * 0.9, insult * 0.6, Shouts(signals) ? 0.3 : 0, signals.Exclamations > 1 ? 0.15 : 0);
        var pleased = Either(tally.Pleased, tally.Score(Category.Praise));
        var isNegative = displeased >= Displeasure && displeased >= pleased * 0.8;
        var isPositive = !isNegative && pleased >= 0.44;

        var labels = new List<CategoryScore>(4);
        foreach (var category in Plain)
        {
            Add(labels, category, ComplaintCause.Other, tally.Score(category), tally);
        }

        Add(labels, Category.Complaint, CauseOf(tally), Math.Min(isNegative ? Math.Max(complaint, Shown + ((ByDispleasure - Shown) * (displeased - Displeasure) / (1 - Displeasure))) : complaint, IsPassedOn(signals) ? ByDispleasure : 1), tally);
        Add(labels, Category.Insult, ComplaintCause.Other, insult, tally);
        Add(labels, Category.Question, ComplaintCause.Other, Either(tally.Score(Category.Question), signals.Questions > 0 ? 0.5 : 0), tally);
        Add(labels, Category.Praise, ComplaintCause.Other, Either(tally.Score(Category.Praise), isPositive ? pleased * 0.75 : 0) * (1 - displeased), tally);
        Add(labels, Category.General, ComplaintCause.Other, labels.Count == 0 && IsPassedOn(signals) ? 0.55 : tally.Score(Category.General), tally);
        return new(labels, SentimentOf(tally, isNegative, isPositive, displeased, pleased, source), tally.Language is { } language ? new(language, source, tally.LanguageScore, []) : null);
    }

    private static ReadOnlySpan<Category> Plain => [Category.SafetyEmergency, Category.HateOrThreat, Category.LegalOrPress, Category.Misinformation, Category.Troll, Category.Spam];

    private static Scored<Sentiment>? SentimentOf(CueTally tally, bool isNegative, bool isPositive, double displeased, double pleased, LabelSource source)
        => isNegative ? new(Sentiment.Negative, source, displeased, tally.Displeasure())
            : isPositive ? new(Sentiment.Positive, source, pleased, tally.Pleasure())
            : displeased > 0 || pleased > 0 ? new(Sentiment.Neutral, source, 1 - Math.Max(displeased, pleased), [])
            : null;

    private static void Add(List<CategoryScore> labels, Category category, ComplaintCause cause, double score, CueTally tally)
    {
        if (score >= Shown)
        {
            labels.Add(new(category, cause, Math.Min(score, category is Category.Praise or Category.Spam or Category.Troll or Category.General ? NeverAlone : 0.99), category == Category.Complaint ? tally.Displeasure() : tally.EvidenceOf(category)));
        }
    }

    private static double Product(CueTally tally)
    {
        var wrong = 1d;
        for (var cause = ComplaintCause.Other; cause <= ComplaintCause.Damage; cause++)
        {
            wrong *= 1 - tally.Score(Category.Complaint, cause);
        }

        return wrong;
    }

    private static ComplaintCause CauseOf(CueTally tally)
    {
        var best = ComplaintCause.Other;
        for (var cause = ComplaintCause.Service; cause <= ComplaintCause.Damage; cause++)
        {
            best = tally.Score(Category.Complaint, cause) > Math.Max(0.4, best == ComplaintCause.Other ? 0 : tally.Score(Category.Complaint, best)) ? cause : best;
        }

        return best;
    }

    /// <summary>Somebody passes on what others wrote: nothing that it says is surely the author's own matter.</summary>
    private static bool IsPassedOn(in TextSignals signals) => signals.Links > 0 || signals.IsRepeat;

    private static bool Shouts(in TextSignals signals) => signals.Letters >= 15 && signals.Capitals * 2 > signals.Letters;

    /// <summary>How likely one of several is right, were each right by its own score.</summary>
    private static double Either(params ReadOnlySpan<double> scores)
    {
        var wrong = 1d;
        foreach (var score in scores)
        {
            wrong *= 1 - score;
        }

        return 1 - wrong;
    }
}
