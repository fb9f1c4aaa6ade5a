using SocialOps.Channels;

namespace SocialOps.Responses;

/// <summary>What an item is, and how grave.</summary>
/// <param name="Category">The primary label.</param>
/// <param name="Cause">What a complaint is about.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Labels">Every label, the primary one first; empty for <see cref="Channels.Category.Unclassified"/>.</param>
public sealed record Classification(Category Category, ComplaintCause Cause, Severity Severity, IReadOnlyList<Label> Labels);

/// <summary>One label and where it comes from.</summary>
/// <param name="Category">The label.</param>
/// <param name="Rule">The rule that gave it.</param>
/// <param name="Matched">The rule's word or phrase that stood in the text.</param>
public sealed record Label(Category Category, string Rule, string Matched);

/// <summary>Why an item is what it is: every rule with what became of it.</summary>
/// <param name="Classification">The result.</param>
/// <param name="Rules">Every rule of the policy, in its order.</param>
public sealed record ClassificationTrace(Classification Classification, IReadOnlyList<RuleTrace> Rules)
{
    /// <summary>A few lines for people.</summary>
    public override string ToString()
        => $"{Classification.Category} (severity {(int)Classification.Severity})" + string.Concat(Rules.Where(r => r.Matched is not null).Select(r => $"{Environment.NewLine}  {r}"));
}

/// <summary>What became of one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Matched">The word or phrase that stood in the text; <see langword="null"/> when none did.</param>
/// <param name="Verdict">In words: matched, or at which condition it failed.</param>
public sealed record RuleTrace(string Rule, string? Matched, string Verdict)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Rule}: {Verdict}";
}
