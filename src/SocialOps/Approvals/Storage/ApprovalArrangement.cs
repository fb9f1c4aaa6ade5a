using SocialOps.People;

namespace SocialOps.Approvals;

/// <summary>What was agreed with a client about approvals, and what is known about the client just now.</summary>
public sealed record ApprovalArrangement
{
    /// <summary>The client.</summary>
    public required ClientId Client { get; init; }

    /// <summary>The phases of the relationship, the strictest first (requirement 0.6); each with the policy that holds in it.</summary>
    public required IReadOnlyList<ApprovalPhase> Phases { get; init; }

    /// <summary>The phase now; changed by <see cref="ApprovalArrangements.ChangePhaseAsync"/> alone.</summary>
    public required string Phase { get; init; }

    /// <summary>What else than content has to be approved before it holds, each kind with its policy: replies that people write, changes of a schedule, versions of a plan or a guideline. What is not here needs no approval.</summary>
    public IReadOnlyList<RequiredApproval> Required { get; init; } = [];

    /// <summary>The accepted clause by which silence counts; <see langword="null"/> for none.</summary>
    public TacitClause? TacitClause { get; init; }

    /// <summary>The standing approvals in force: pool entries and autonomy grants, each with its version.</summary>
    public IReadOnlyList<GrantInForce> Grants { get; init; } = [];

    /// <summary>Contacts who are marked absent.</summary>
    public IReadOnlyList<string> AbsentContacts { get; init; } = [];

    /// <summary>The crisis level, from 0; <see langword="null"/> while unknown.</summary>
    public int? CrisisLevel { get; init; }

    /// <summary>Whether publishing is held; <see langword="null"/> while unknown.</summary>
    public bool? IsHeld { get; init; }
}

/// <summary>A phase of a relationship.</summary>
/// <param name="Name">E.g. <c>onboarding</c>.</param>
/// <param name="Policy">The policy for requests that are submitted in it; those in flight keep theirs.</param>
public sealed record ApprovalPhase(string Name, ApprovalPolicyId Policy);

/// <summary>What has to be approved, and how.</summary>
/// <param name="Kind">What; not <see cref="ApprovalSubjectKind.Content"/>, which always has to be.</param>
/// <param name="Policy">The policy for requests that are submitted from now on.</param>
public sealed record RequiredApproval(ApprovalSubjectKind Kind, ApprovalPolicyId Policy);

/// <summary>A standing approval in force.</summary>
/// <param name="Id">The pool entry, or the grant.</param>
/// <param name="Version">Its version.</param>
public sealed record GrantInForce(string Id, int Version);

/// <summary>How both sides agreed on another phase.</summary>
/// <param name="Agency">Who agreed for the agency.</param>
/// <param name="Contact">Which contact agreed for the client.</param>
/// <param name="EvidenceId">What proves it, e.g. a mail.</param>
/// <param name="Reason">Why.</param>
public sealed record PhaseAgreement(PersonId Agency, string Contact, string EvidenceId, string Reason);
