namespace SocialOps.ServicePackages;

/// <summary>Which level holds for something, and why not the others: found by the same code that engines use.</summary>
/// <param name="Subject">What was looked up.</param>
/// <param name="Level">The level that holds: the package's first that applies, else <see cref="ServiceLevel.Fallback"/>.</param>
/// <param name="Passed">The levels that do not hold, in the package's order, each with the reason.</param>
public sealed record ServiceLevelMatch(ServiceSubject Subject, ServiceLevel Level, IReadOnlyList<PassedLevel> Passed)
{
    /// <summary>A text for people.</summary>
    public override string ToString() => string.Join('\n', Passed.Select(p => $"  not '{p.Level}': {p.Reason}").Prepend($"{Subject}: '{Level.Name}'"));
}

/// <summary>A level that does not hold.</summary>
/// <param name="Level">Its name.</param>
/// <param name="Reason">Why it does not, with the value that was seen.</param>
public sealed record PassedLevel(string Level, string Reason);
