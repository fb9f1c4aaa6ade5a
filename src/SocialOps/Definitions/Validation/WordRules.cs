using SocialOps.Channels;
using SocialOps.Responses;
using SocialOps.Responses.Text;

namespace SocialOps.Definitions.Validation;

/// <summary>Rules of words: they have some, and those can stand in a text.</summary>
internal static class WordRules
{
    public static void Check(string path, ResponseRule rule, bool isFirst, Findings findings)
    {
        findings.RequireId(path, rule.Id);

        if (!isFirst)
        {
            findings.Error(path, $"rule '{rule.Id}' is defined twice; give one of them another id.");
        }

        if (rule.Cause != ComplaintCause.Other && rule.Category != Category.Complaint)
        {
            findings.Error($"{path}.cause", $"only complaints have a cause, not {rule.Category}; take the cause out.");
        }

        if (rule.Any.Count == 0)
        {
            findings.Error($"{path}.any", "the rule has no words, so it never matches; write at least one.");
        }

        CheckWords($"{path}.any", rule.Any, findings);
        CheckWords($"{path}.none", rule.None, findings);
        for (var i = 0; i < rule.Networks.Count; i++)
        {
            NetworkRules.Check($"{path}.networks[{i}]", rule.Networks[i], findings);
        }
    }

    private static void CheckWords(string path, IReadOnlyList<string> words, Findings findings)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (FoldedText.WordsOf(words[i]).Count == 0)
            {
                findings.Error($"{path}[{i}]", $"'{words[i]}' has no letters, so it never matches; write a word or a phrase.");
            }
            else if (words[i].Split(' ').Any(word => word.Trim('*').Contains('*', StringComparison.Ordinal)))
            {
                findings.Error($"{path}[{i}]", $"'{words[i]}' has a '*' inside a word; it may stand only at a word's beginning or end.");
            }
        }

        findings.RequireDistinct(path, words, "one of them is enough.");
    }
}
