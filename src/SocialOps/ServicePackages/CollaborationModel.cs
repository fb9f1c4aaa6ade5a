using NodaTime;
using SocialOps.People;

namespace SocialOps.ServicePackages;

/// <summary>How a company and its agency work together (requirement 4.6).</summary>
public enum CollaborationModel
{
    /// <summary>The extended workbench: the company says what, the agency makes it; every piece goes back for approval.</summary>
    Workbench,

    /// <summary>Trainer, coach, enabler: the company does it itself; the agency teaches, looks over its shoulder and measures.</summary>
    Coach,

    /// <summary>Symbiosis: the company has the facts, the agency the craft; both plan, and the agency answers within the approved pool.</summary>
    Symbiosis,
}

/// <summary>Since when a model holds (requirement 4.6: a relationship moves from one to the next).</summary>
/// <param name="Model">The model.</param>
/// <param name="FromOn">The first day, in the zone of the client's schedule; <see langword="null"/> from the beginning.</param>
public sealed record CollaborationTerm(CollaborationModel Model, LocalDate? FromOn = null);

/// <summary>What a model means; what an agreement or a person says goes before it.</summary>
/// <param name="Responsibilities">Who does what.</param>
/// <param name="AutonomyCap">The most that is done without asking.</param>
/// <param name="Approval">How content is approved.</param>
/// <param name="Training">What is trained, and how often.</param>
public sealed record CollaborationPreset(IReadOnlyList<Responsibility> Responsibilities, AutonomyLevel AutonomyCap, ApprovalPreset Approval, IReadOnlyList<TrainingDuty> Training);

/// <summary>A training that a model asks for (requirement 4.8).</summary>
/// <param name="Name">What.</param>
/// <param name="Every">How often.</param>
/// <param name="ForClient">Whether the client's people are trained; otherwise the agency's.</param>
public sealed record TrainingDuty(string Name, Period Every, bool ForClient);

/// <summary>The three models. Pure.</summary>
public static class CollaborationPresets
{
    private static readonly CollaborationPreset Workbench = new(
        [Client(Activities.Planning), Client(Activities.Research), Client(Activities.Reporting), .. Agency(Activities.EditorialPlan, Activities.Copy, Activities.Design, Activities.DataEntry)],
        AutonomyLevel.ActAfterApproval,
        ApprovalPreset.Client,
        [new("Briefing on the client's products", Period.FromMonths(6), false)]);

    private static readonly CollaborationPreset Coach = new(
        [
            .. Activities.Catalogue.Where(a => a != Activities.Planning && a != Activities.Reporting).Select(Client),
            .. Agency(Activities.Planning, Activities.Reporting),
        ],
        AutonomyLevel.Observe,
        ApprovalPreset.AgencyThenClient,
        [new("Writing posts", Period.FromMonths(1), true), new("Answering complaints", Period.FromMonths(1), true), new("A crisis in play", Period.FromMonths(6), true)]);

    private static readonly CollaborationPreset Symbiosis = new(
        [Client(Activities.Research), .. Agency(Activities.Planning, Activities.EditorialPlan, Activities.Copy, Activities.Design, Activities.DataEntry, Activities.CommunityManagement, Activities.Reporting)],
        AutonomyLevel.ActWithinPool,
        ApprovalPreset.CraftAndFacts,
        [new("Answering together", Period.FromMonths(3), true), new("A crisis in play", Period.FromMonths(6), false)]);

    /// <summary>What a model means.</summary>
    public static CollaborationPreset Of(CollaborationModel model) => model switch
    {
        CollaborationModel.Workbench => Workbench,
        CollaborationModel.Coach => Coach,
        _ => Symbiosis,
    };

    private static Responsibility Client(ActivityId activity) => new(activity, new Party.ClientSide());

    private static IEnumerable<Responsibility> Agency(params ActivityId[] activities) => activities.Select(a => new Responsibility(a, new Party.AgencyDuty()));
}
