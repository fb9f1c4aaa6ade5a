namespace SocialOps.Readiness;

/// <summary>What a check found.</summary>
/// <param name="Check">The check.</param>
/// <param name="Verdict">Whether it holds.</param>
/// <param name="What">What was looked at, with the value that was seen.</param>
/// <param name="Remedy">What to do; <see langword="null"/> where it holds.</param>
public sealed record ReadinessResult(ReadinessCheck Check, ReadinessVerdict Verdict, string What, string? Remedy = null)
{
    /// <summary>One line for people.</summary>
    public override string ToString() => $"{Verdict}: {Check}: {What}{(Remedy is null ? "" : $" {Remedy}")}";

    internal static ReadinessResult Passed(ReadinessCheck check, string what) => new(check, ReadinessVerdict.Passed, what);

    internal static ReadinessResult Failed(ReadinessCheck check, string what, string remedy) => new(check, ReadinessVerdict.Failed, what, remedy);

    internal static ReadinessResult Warning(ReadinessCheck check, string what, string remedy) => new(check, ReadinessVerdict.Warning, what, remedy);
}

/// <summary>Whether a check holds.</summary>
public enum ReadinessVerdict
{
    /// <summary>It holds.</summary>
    Passed,

    /// <summary>People should read it; it keeps nothing from going live.</summary>
    Warning,

    /// <summary>It does not hold: the agreement cannot become active.</summary>
    Failed,
}
