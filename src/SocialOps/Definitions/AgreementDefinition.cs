using NodaTime;
using SocialOps.Escalations;
using SocialOps.OnCall;
using SocialOps.People;
using SocialOps.Responses;
using SocialOps.ServicePackages;

namespace SocialOps.Definitions;

/// <summary>What was agreed with a client.</summary>
/// <param name="Package">The package.</param>
/// <param name="Schedule">Who is on duty for the client.</param>
/// <param name="Escalation">Who is told next when nobody acts.</param>
/// <param name="Policy">What is answered how.</param>
public sealed record AgreementDefinition(PackageId Package, ScheduleId Schedule, EscalationPolicyId Escalation, ResponsePolicyId Policy)
{
    /// <summary>Who looks after the client as a whole: controls what nobody else controls, and answers where nobody is on duty.</summary>
    public PersonId? Lead { get; init; }

    /// <summary>How long it runs; <see langword="null"/> for no end that is known.</summary>
    public AgreementTerm? Term { get; init; }

    /// <summary>The phases of the relationship, the first at the head (requirement 0.6).</summary>
    public IReadOnlyList<AgreementPhase> Phases { get; init; } = [];

    /// <summary>How both sides work together, and since when; empty for none in particular.</summary>
    public IReadOnlyList<CollaborationTerm> Collaboration { get; init; } = [];

    /// <summary>Who does what here; goes before the collaboration model and the package.</summary>
    public IReadOnlyList<Responsibility> Responsibilities { get; init; } = [];

    /// <summary>The phase on a day: the one that began last; <see langword="null"/> for none.</summary>
    public string? PhaseOn(LocalDate on) => Phases.Where(p => p.FromOn is not { } from || from <= on).MaxBy(p => p.FromOn ?? LocalDate.MinIsoValue)?.Name;

    /// <summary>The collaboration model on a day: the one that began last; <see langword="null"/> for none.</summary>
    public CollaborationModel? ModelOn(LocalDate on) => Collaboration.Where(c => c.FromOn is not { } from || from <= on).MaxBy(c => c.FromOn ?? LocalDate.MinIsoValue)?.Model;
}

/// <summary>A phase of a relationship.</summary>
/// <param name="Name">E.g. <c>onboarding</c>.</param>
/// <param name="FromOn">The first day, in the zone of the client's schedule; <see langword="null"/> from the beginning.</param>
/// <param name="Approval">How content is approved in it; <see langword="null"/> as in the package.</param>
public sealed record AgreementPhase(string Name, LocalDate? FromOn = null, ApprovalPreset? Approval = null);
