namespace SocialOps.Responses;

/// <summary>Why an item is what it is, and why what follows follows: every rule, guard and pattern with what became of it.</summary>
/// <param name="Outcome">The result, with its labels and where in the text they stand.</param>
/// <param name="Rules">Every rule of the policy, in its order.</param>
/// <param name="Choice">Why the primary label is the primary one, in words.</param>
/// <param name="Guards">Every guard: the library's own, then the policy's.</param>
/// <param name="Patterns">Every pattern, in the order in which they are asked.</param>
public sealed record ClassificationTrace(ResponseOutcome Outcome, IReadOnlyList<RuleTrace> Rules, string Choice, IReadOnlyList<GuardTrace> Guards, IReadOnlyList<PatternTrace> Patterns)
{
    /// <summary>What the item is.</summary>
    public Classification Classification => Outcome.Classification;

    /// <summary>A few lines for people: what was found, what holds, what is done.</summary>
    public override string ToString()
        => string.Join(Environment.NewLine + "  ", [
            $"{Classification.Category} (severity {(int)Classification.Severity})",
            .. Rules.Where(r => r.Matched is not null),
            .. Classification.Labels.Where(l => l.Source.Kind == LabelSourceKind.Classifier),
            Choice,
            .. Guards.Where(g => g.Holds),
            $"pattern {Outcome.Pattern}: {string.Join(", ", Outcome.Steps.Select(s => s.Kind))}"]);
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

/// <summary>What became of one guard.</summary>
/// <param name="Guard">The guard.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Verdict">In words.</param>
public sealed record GuardTrace(string Guard, bool Holds, string Verdict)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"guard {Guard}: {Verdict}";
}

/// <summary>What became of one pattern.</summary>
/// <param name="Pattern">Its key.</param>
/// <param name="IsSelected">Whether it holds.</param>
/// <param name="Verdict">In words: fits, at which condition it fails with what was seen there, or not reached.</param>
public sealed record PatternTrace(string Pattern, bool IsSelected, string Verdict)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"pattern {Pattern}: {Verdict}";
}
