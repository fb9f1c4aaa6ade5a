using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using NodaTime;
using SocialOps.Channels;

namespace SocialOps.Responses;

/// <summary>A text that was approved for use. With <see cref="Questions"/> it is an entry of the pool of questions and answers (requirement 4.13).</summary>
/// <param name="Id">The reply's id.</param>
/// <param name="Language">The texts' language as BCP 47 writes it, e.g. <c>de</c>.</param>
/// <param name="Texts">The wordings that fit everywhere; the engine takes them in turn, and none twice in one thread. Logic-less templates: {{name}} and {{name|filter}} with the names that docs/concepts/responses.md lists, read once and never again.</param>
public sealed record SavedReplyDefinition(SavedReplyId Id, string Language, IReadOnlyList<string> Texts)
{
    /// <summary>The wordings for some channels, causes, tones or languages; where one fits it comes before <see cref="Texts"/>.</summary>
    public IReadOnlyList<ReplyVariant> Variants { get; init; } = [];

    /// <summary>The questions that it answers, in people's words; empty for a reply that is no answer.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Where the facts come from, e.g. a page or a contract (requirement 4.2); an answer needs one.</summary>
    public string? FactSource { get; init; }

    /// <summary>Who at the client or the agency vouches for the facts; an answer needs one.</summary>
    public string? FactOwner { get; init; }

    /// <summary>Who approved exactly these words, and when; an answer needs it.</summary>
    public ReplyApproval? Approval { get; init; }

    /// <summary>The last day on which it may be used; <see langword="null"/> for six months after the approval, or without end where nobody approved it.</summary>
    public LocalDate? ValidUntil { get; init; }

    /// <summary>Never for items with one of these labels.</summary>
    public IReadOnlyList<Category> NotFor { get; init; } = [];

    /// <summary>The last day on which it may be used; <see langword="null"/> for no end.</summary>
    [JsonIgnore]
    public LocalDate? LastOn => ValidUntil ?? Approval?.On.PlusMonths(6);

    /// <summary>SHA-256 of language, questions and wordings, in hex: what an approval is given for. It changes with every letter of these and with nothing else.</summary>
    public string ComputeHash()
    {
        var text = new StringBuilder("SocialOps.reply.v1");
        foreach (var part in new[] { Language }.Concat(Questions).Append("|").Concat(Texts).Append("|").Concat(Variants.Select(v => v.ToString())))
        {
            text.Append('\n').Append(part.Length).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>That somebody approved a saved reply.</summary>
/// <param name="Hash">What <see cref="SavedReplyDefinition.ComputeHash"/> said then, in hex; its first 8 digits are enough.</param>
/// <param name="By">Who.</param>
/// <param name="On">When.</param>
public sealed record ReplyApproval(string Hash, string By, LocalDate On);

/// <summary>A wording for some items; what is not set restricts nothing.</summary>
/// <param name="Text">The wording.</param>
/// <param name="Language">Only for items in this language, as BCP 47 writes it; and its own language.</param>
/// <param name="Cause">Only for complaints about this.</param>
/// <param name="Tone">Only where the policy speaks in this tone.</param>
public sealed record ReplyVariant(string Text, string? Language = null, ComplaintCause? Cause = null, ReplyTone? Tone = null)
{
    /// <summary>Only on these networks; an alias counts as its network.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>Only for items of these kinds.</summary>
    public IReadOnlyList<ItemKind> Kinds { get; init; } = [];

    /// <summary>How many things it names: the more, the earlier it is taken.</summary>
    [JsonIgnore]
    public int Specificity => (Language is null ? 0 : 1) + (Cause is null ? 0 : 1) + (Tone is null ? 0 : 1) + (Networks.Count == 0 ? 0 : 1) + (Kinds.Count == 0 ? 0 : 1);

    /// <summary>All of it in one line; part of what an approval is given for.</summary>
    public override string ToString() => $"{Language}|{Cause}|{Tone}|{string.Join(',', Networks)}|{string.Join(',', Kinds)}|{Text}";
}

/// <summary>How somebody is addressed.</summary>
public enum ReplyTone
{
    /// <summary>Politely: "Sie".</summary>
    Formal,

    /// <summary>As among friends: "du".</summary>
    Informal,
}
