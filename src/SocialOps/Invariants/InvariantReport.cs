namespace SocialOps.Invariants;

/// <summary>What a check of the invariants found, and how much it looked at.</summary>
/// <param name="Violations">The first violations, as many as were asked for.</param>
/// <param name="Found">How many there are.</param>
/// <param name="Checked">How many records of each kind, open or dead work rows (<c>work</c>) and audit events (<c>audit</c>) were looked at.</param>
public sealed record InvariantReport(IReadOnlyList<InvariantViolation> Violations, long Found, IReadOnlyDictionary<string, long> Checked)
{
    /// <summary>Nothing is wrong.</summary>
    public bool Holds => Found == 0;
}
