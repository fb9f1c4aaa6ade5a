using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SocialOps.Channels;

namespace SocialOps.Responses;

/// <summary>For what a wording is wanted.</summary>
/// <param name="Item">The item's id: the same item gets the same wording, whoever asks and how often.</param>
/// <param name="Facts">What is known of the item.</param>
/// <param name="Classification">What it is.</param>
internal sealed record ReplyOccasion(string Item, ItemFacts Facts, Classification Classification)
{
    /// <summary>Who wrote it, as they call themselves.</summary>
    public string Author { get; init; } = "";

    /// <summary>The client's name, for people.</summary>
    public string ClientName { get; init; } = "";

    /// <summary>The tone in which the policy speaks, where it says so.</summary>
    public ReplyTone? Tone { get; init; }

    /// <summary>The marks of the wordings that the thread has seen.</summary>
    public IReadOnlyList<string> Used { get; init; } = [];

    /// <summary>Today, where the agency is.</summary>
    public LocalDate Today { get; init; }
}

/// <summary>A wording that may be used, or why there is none.</summary>
/// <param name="Text">The text, filled in; <see langword="null"/> for none.</param>
/// <param name="Wording">The wording's mark, before it was filled in.</param>
/// <param name="Why">Why there is none.</param>
internal readonly record struct ReplyWording(string? Text, string Wording, string Why);

/// <summary>Chooses a wording of a saved reply. Pure.</summary>
internal static class ReplyChoice
{
    public static ReplyWording Choose(SavedReplyDefinition reply, ReplyOccasion occasion)
    {
        if (reply.LastOn is { } last && last < occasion.Today)
        {
            return None($"'{reply.Id}' was valid until {last:uuuu-MM-dd}; have its facts checked and approved again");
        }

        if (reply.NotFor.Contains(occasion.Classification.Category))
        {
            return None($"'{reply.Id}' is not for {occasion.Classification.Category}");
        }

        var fitting = Fitting(reply, occasion).ToList();
        var left = fitting.Where(w => !occasion.Used.Contains(MarkOf(w.Text))).ToList();
        if (left.Count == 0)
        {
            return None(fitting.Count == 0 ? $"'{reply.Id}' has no wording for {occasion.Facts.Network}" : $"every wording of '{reply.Id}' has been sent in this thread");
        }

        var best = left.Where(w => w.Specificity == left.Max(x => x.Specificity)).ToList();
        var text = best[(int)(NumberOf(occasion.Item) % (uint)best.Count)].Text;
        var filled = Fill(text, occasion);
        return FitsNetwork(filled, occasion.Facts.Network) ? new(filled, MarkOf(text), "") : None($"'{reply.Id}' filled in is too long for {occasion.Facts.Network}");
    }

    /// <summary>Whether a text is one of the reply's wordings, filled in.</summary>
    public static bool CouldSay(SavedReplyDefinition reply, string text)
        => reply.Texts.Concat(reply.Variants.Select(v => v.Text)).Any(w => ReplyTemplate.Parse(w, out _).CouldRender(text));

    /// <summary>A short name of a wording.</summary>
    public static string MarkOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    private static IEnumerable<(string Text, int Specificity)> Fitting(SavedReplyDefinition reply, ReplyOccasion occasion)
        => reply.Variants.Where(v => Fits(v, occasion)).Select(v => (v.Text, v.Specificity)).Concat(reply.Texts.Select(t => (t, 0)))
            .Where(w => FitsNetwork(w.Item1, occasion.Facts.Network));

    private static bool Fits(ReplyVariant variant, ReplyOccasion occasion)
        => (variant.Language is not { } language || string.Equals(language, occasion.Classification.Language?.Value, StringComparison.OrdinalIgnoreCase))
            && (variant.Cause is not { } cause || (occasion.Classification.Category == Category.Complaint && occasion.Classification.Cause == cause))
            && (variant.Tone is not { } tone || tone == occasion.Tone)
            && (variant.Networks.Count == 0 || variant.Networks.Any(n => Networks.Canonical(n) == Networks.Canonical(occasion.Facts.Network)))
            && (variant.Kinds.Count == 0 || variant.Kinds.Contains(occasion.Facts.Kind));

    /// <summary>A comment's limits: where the network has none, everything fits.</summary>
    private static bool FitsNetwork(string text, string network) => NetworkLimits.For(network).Text.All(limit => TextCount.Of(limit.Counter, text) <= limit.Max);

    private static string Fill(string text, ReplyOccasion occasion) => ReplyTemplate.Parse(text, out _).Render(name => name switch
    {
        "author" => ReplyValue.Neutralise(occasion.Author),
        "client" => occasion.ClientName,
        _ => occasion.Facts.Network,
    });

    private static uint NumberOf(string item) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(item)));

    private static ReplyWording None(string why) => new(null, "", why);
}
