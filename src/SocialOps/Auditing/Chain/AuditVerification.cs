namespace SocialOps.Auditing;

/// <summary>What a look over the whole audit chain found.</summary>
/// <param name="Events">How many events there are.</param>
/// <param name="Head">How far they are sealed and agree with their seals.</param>
/// <param name="Faults">What does not agree, the first place first; of one break at most one.</param>
public sealed record AuditVerification(long Events, AuditHead Head, IReadOnlyList<AuditFault> Faults)
{
    /// <summary>Every sealed event is there and is what was sealed, and the given anchor agrees.</summary>
    public bool IsWhole => Faults.Count == 0;

    /// <summary>Events that were appended after the last seal: nothing shows yet whether they were changed.</summary>
    public long Unsealed => Math.Max(0, Events - Head.Sequence);
}

/// <summary>A place where the audit chain breaks.</summary>
/// <param name="Sequence">The first event that is not what was sealed.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record AuditFault(long Sequence, string Message);
