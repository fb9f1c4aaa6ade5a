namespace SocialOps.Responses;

/// <summary>Why an item is what it is: every rule with what became of it, and what each source said.</summary>
/// <param name="Classification">The result, with its labels and where in the text they stand.</param>
/// <param name="Rules">Every rule of the policy, in its order.</param>
/// <param name="Pattern">What is done for such an item.</param>
/// <param name="Choice">Why the primary label is the primary one, in words.</param>
public sealed record ClassificationTrace(Classification Classification, IReadOnlyList<RuleTrace> Rules, ActionPattern Pattern, string Choice)
{
    /// <summary>A few lines for people.</summary>
    public override string ToString()
        => string.Join(Environment.NewLine + "  ", [
            $"{Classification.Category} (severity {(int)Classification.Severity})",
            .. Rules.Where(r => r.Matched is not null),
            .. Classification.Labels.Where(l => l.Source.Kind == LabelSourceKind.Classifier),
            Choice]);
}

/// <summary>What became of one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Matched">The rule's word or phrase that decided; <see langword="null"/> when the rule did not match.</param>
/// <param name="Verdict">In words: matched, or at which condition it failed.</param>
/// <param name="Evidence">Where its words stand in the text, also when another condition failed.</param>
public sealed record RuleTrace(string Rule, string? Matched, string Verdict, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Rule}: {Verdict}";
}
