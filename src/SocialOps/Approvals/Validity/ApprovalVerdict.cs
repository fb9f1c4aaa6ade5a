using NodaTime;
using SocialOps.Content;

namespace SocialOps.Approvals;

/// <summary>What is about to be sent.</summary>
/// <param name="Parts">The parts with the hash of exactly the bytes to be sent.</param>
/// <param name="Slot">When it is to be sent; <see langword="null"/> for the request's own slot.</param>
public sealed record CurrentContent(IReadOnlyList<ApprovalPart> Parts, Instant? Slot = null);

/// <summary>Whether something may be sent, and why. Computed each time, never stored.</summary>
/// <param name="Basis">The weakest basis of its parts; <see langword="null"/> when it may not be sent.</param>
/// <param name="Parts">Part by part.</param>
public sealed record ApprovalVerdict(ApprovalBasis? Basis, IReadOnlyList<PartVerdict> Parts)
{
    /// <summary>Whether every part may be sent.</summary>
    public bool IsValid => Basis is not null;

    /// <summary>Why not: one sentence each; empty when it may.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The basis, or the reasons.</summary>
    public override string ToString() => Basis is { } basis ? $"valid: {basis}" : $"not valid: {string.Join(" ", Reasons)}";
}

/// <summary>Whether one part may be sent.</summary>
/// <param name="Name">The part.</param>
/// <param name="Hash">The hash that was asked about.</param>
/// <param name="Basis">Why it may; <see langword="null"/> when it may not.</param>
/// <param name="Decisions">The numbers of the decisions that it rests on.</param>
/// <param name="Reasons">Why it may not.</param>
public sealed record PartVerdict(string Name, ContentHash Hash, ApprovalBasis? Basis, IReadOnlyList<int> Decisions, IReadOnlyList<string> Reasons);
