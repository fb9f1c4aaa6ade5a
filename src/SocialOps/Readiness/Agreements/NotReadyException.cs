namespace SocialOps.Readiness.Agreements;

/// <summary>An agreement cannot become active while a check fails: all of them, each with its remedy. Nothing was changed.</summary>
/// <param name="agreement">The agreement.</param>
/// <param name="report">What was found.</param>
public sealed class NotReadyException(AgreementId agreement, ReadinessReport report)
    : SocialOpsException($"Agreement {agreement} cannot become active: {report?.Failures.Count()} check(s) fail.{Environment.NewLine}{string.Join(Environment.NewLine, report?.Failures ?? [])}")
{
    /// <summary>The agreement.</summary>
    public AgreementId Agreement { get; } = agreement;

    /// <summary>What was found.</summary>
    public ReadinessReport? Report { get; } = report;
}
