using SocialOps.Responses;
using SocialOps.Serialization;

namespace SocialOps.Definitions.Validation;

/// <summary>Saved replies: a language, and texts that can be sent as they stand.</summary>
internal static class ReplyRules
{
    public static void Check(AgencyDefinition agency, Names names, Findings findings)
    {
        foreach (var reply in agency.Replies)
        {
            var path = $"replies[{reply.Id}]";
            if (!IsLanguage(reply.Language))
            {
                findings.Error($"{path}.language", $"'{reply.Language}' is not a language as BCP 47 writes it; write e.g. de, en or de-CH.");
            }

            CheckTexts($"{path}.texts", reply, findings);
            CheckVariants($"{path}.variants", reply, findings);
            PoolRules.Check(path, reply, agency, names, findings);
        }
    }

    private static void CheckTexts(string path, SavedReplyDefinition reply, Findings findings)
    {
        if (reply.Texts.Count == 0)
        {
            findings.Error(path, $"reply '{reply.Id}' has no text; write at least one wording.");
        }

        for (var i = 0; i < reply.Texts.Count; i++)
        {
            CheckText($"{path}[{i}]", reply.Texts[i], findings);
        }

        findings.RequireDistinct(path, reply.Texts, "the same wording would go out more often.");
    }

    private static void CheckVariants(string path, SavedReplyDefinition reply, Findings findings)
    {
        for (var i = 0; i < reply.Variants.Count; i++)
        {
            var variant = reply.Variants[i];
            CheckText($"{path}[{i}].text", variant.Text, findings);
            if (variant.Language is { } language && !IsLanguage(language))
            {
                findings.Error($"{path}[{i}].language", $"'{language}' is not a language as BCP 47 writes it; write e.g. de, en or de-CH.");
            }

            for (var n = 0; n < variant.Networks.Count; n++)
            {
                NetworkRules.Check($"{path}[{i}].networks[{n}]", variant.Networks[n], findings);
            }
        }
    }

    private static void CheckText(string path, string? text, Findings findings)
    {
        findings.RequireText(path, text, "a wording");
        if (text is not null && SafeText.From(text) is { } safe && (safe.WasRepaired || safe.WasTruncated))
        {
            findings.Error(path, safe.WasRepaired
                ? "the text holds U+0000 or half a character, which no network takes; write it again."
                : $"the text is longer than {SafeText.MaxBytes} bytes; shorten it.");
        }

        ReplyTemplate.Parse(text ?? "", out var mistakes);
        foreach (var mistake in mistakes)
        {
            findings.Error(path, mistake);
        }
    }

    private static bool IsLanguage(string? tag)
    {
        var parts = tag?.Split('-') ?? [];
        return parts.Length > 0 && parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }
}
