using System.Text;
using SocialOps.Channels;

namespace SocialOps.Responses;

/// <summary>
/// What a text says that matters to a complaint, by German and English words: an apology, a promise of compensation, an admission of fault, a claim. It is a check before sending, not a
/// lawyer: it errs towards asking a person.
/// </summary>
public static class ComplaintWording
{
    private static readonly string[][] Apologies = Phrases("entschuldig*", "tut * leid", "tun * leid", "leid tut", "verzeih*", "bedauer*", "pardon", "sorry", "apolog*", "regret*");

    private static readonly string[][] Promises = Phrases(
        "ersetzen", "ersetzt", "ersatz", "ersatzgeraet", "erstatt*", "rueckerstatt*", "entschaedig*", "schadensersatz*", "schadenersatz*", "gutschrift*", "gutschein*", "geld zurueck", "kosten uebernehmen",
        "uebernehmen * kosten", "tauschen", "umtauschen", "leihrad", "leihgeraet", "refund*", "reimburs*", "compensat*", "voucher*", "replace", "replacement*", "money back", "cover * costs", "pay for");

    private static readonly string[][] Admissions = Phrases(
        "unsere schuld", "unser fehler", "unser verschulden", "unser versehen", "wir haften", "haftung", "wir sind schuld", "fahrlaessig*", "our fault", "our mistake", "we are liable", "liability", "negligen*", "we are to blame");

    private static readonly string[][] Claims = Phrases(
        "schadensersatz*", "schadenersatz*", "entschaedig*", "erstatt*", "rueckerstatt*", "geld zurueck", "ersetzt haben", "kosten uebernehmen", "schmerzensgeld", "wer zahlt", "wer bezahlt", "refund*", "reimburs*",
        "compensat*", "money back", "who pays", "sue you", "damages");

    /// <summary>Whether it says that one is sorry.</summary>
    public static bool Apologises(string text) => Has(text, Apologies);

    /// <summary>Whether it promises something of worth.</summary>
    public static bool PromisesCompensation(string text) => Has(text, Promises);

    /// <summary>Whether it says whose fault it is.</summary>
    public static bool AdmitsFault(string text) => Has(text, Admissions);

    /// <summary>Whether it asks for compensation.</summary>
    public static bool ClaimsCompensation(string text) => Has(text, Claims);

    /// <summary>Why a reply to a complaint may not go out as it is, with the way out; <see langword="null"/> when it may.</summary>
    /// <param name="text">The reply.</param>
    /// <param name="isFirst">The author has had no apology yet (requirement 0.13).</param>
    /// <param name="cause">What the complaint is about: where damage was done, regret and no admission.</param>
    /// <param name="allowsCompensation">The client has allowed to promise compensation.</param>
    public static string? FindFault(string text, bool isFirst, ComplaintCause cause, bool allowsCompensation)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (isFirst && !Apologises(text))
        {
            return "an apology comes first (requirement 0.13). Send the proposed reply, or say that you are sorry; an apology made elsewhere is recorded with RecordStepAsync, and what is no complaint is put right with RelabelAsync.";
        }

        if (cause == ComplaintCause.Damage && AdmitsFault(text))
        {
            return "where damage was done a reply regrets and admits nothing (requirement 0.15). Leave out whose fault it is.";
        }

        return !allowsCompensation && PromisesCompensation(text)
            ? "it promises something of worth, which the client has not allowed (requirement 0.15). Contact the client and record the answer first, or leave the promise out."
            : null;
    }

    private static bool Has(string text, string[][] phrases)
    {
        var words = Words(text);
        return phrases.Any(phrase => Enumerable.Range(0, words.Count).Any(start => StartsWith(words, start, phrase)));
    }

    /// <summary>Word by word; a star at a word's end stands for any letters, a star alone for up to three words.</summary>
    private static bool StartsWith(List<string> words, int start, ReadOnlySpan<string> phrase)
    {
        if (phrase.IsEmpty)
        {
            return true;
        }

        if (phrase[0] == "*")
        {
            for (var skip = 0; skip <= 3; skip++)
            {
                if (StartsWith(words, start + skip, phrase[1..]))
                {
                    return true;
                }
            }

            return false;
        }

        return start < words.Count
            && (phrase[0].EndsWith('*') ? words[start].StartsWith(phrase[0][..^1], StringComparison.Ordinal) : words[start] == phrase[0])
            && StartsWith(words, start + 1, phrase[1..]);
    }

    private static List<string> Words(string text)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var letter in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(letter switch { 'ä' => "ae", 'ö' => "oe", 'ü' => "ue", 'ß' => "ss", _ => letter.ToString() });
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static string[][] Phrases(params string[] phrases) => [.. phrases.Select(p => p.Split(' '))];
}
