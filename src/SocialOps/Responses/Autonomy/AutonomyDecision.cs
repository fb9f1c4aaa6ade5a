using SocialOps.Channels;
using SocialOps.People;

namespace SocialOps.Responses;

/// <summary>How far the engine may go with an item: the lowest of its caps (requirement 4.14). Pure and thread-safe.</summary>
/// <param name="Level">The level that holds.</param>
/// <param name="Caps">Every cap that was asked, in a fixed order.</param>
public sealed record AutonomyDecision(AutonomyLevel Level, IReadOnlyList<AutonomyCap> Caps)
{
    /// <summary>It may send without a person.</summary>
    public bool MayAct => Level >= AutonomyLevel.ActThenNotify;

    /// <summary>The caps that bound: every one at the level that holds.</summary>
    public IEnumerable<AutonomyCap> Bound => Caps.Where(c => c.Level == Level);

    /// <summary>Decides.</summary>
    /// <param name="facts">What bounds it.</param>
    public static AutonomyDecision Of(AutonomyFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        AutonomyCap[] caps =
        [
            facts.ClientReplies ? new("package", AutonomyLevel.Observe, "the client answers") : new("package", facts.Package, "what the package allows"),
            new("policy", facts.Policy.Level, "what the policy allows"),
            new("category", LevelOf(facts), $"what {facts.Category}{(facts.Cause == ComplaintCause.Other ? "" : $" about {facts.Cause}")} allows"),
            new("hours", facts.IsOutsideHours ? facts.Policy.OutsideHours : AutonomyLevel.ActWithinPool, facts.IsOutsideHours ? "outside the policy's hours" : "within the policy's hours"),
            facts.Person is null ? new("person", AutonomyLevel.Suggest, "nobody is on duty who would stand behind it") : new("person", facts.PersonLevel, $"what {facts.Person} is qualified for"),
            new("crisis", facts.CrisisLevel >= BuiltInGuards.CrisisFrom ? AutonomyLevel.Suggest : AutonomyLevel.ActWithinPool, $"wave level {facts.CrisisLevel}"),
            new("conformity", facts.Conformity ?? AutonomyLevel.ActWithinPool, facts.Conformity is null ? "no breach" : "lowered after a breach"),
        ];
        return new(caps.Min(c => c.Level), caps);
    }

    /// <summary>What the library itself allows for a category, whatever a policy says.</summary>
    /// <param name="category">The primary label.</param>
    /// <param name="cause">What a complaint is about.</param>
    public static AutonomyLevel MostFor(Category category, ComplaintCause cause = ComplaintCause.Other) => (category, cause) switch
    {
        (Category.SafetyEmergency or Category.HateOrThreat or Category.LegalOrPress, _) or (Category.Complaint, ComplaintCause.Damage) => AutonomyLevel.Suggest,
        (Category.Complaint, _) => AutonomyLevel.ActThenNotify,
        _ => AutonomyLevel.ActWithinPool,
    };

    /// <summary>In words: <c>L1 (category: what Complaint about Damage allows)</c>.</summary>
    public override string ToString() => $"L{(int)Level} ({string.Join("; ", Bound.Select(c => $"{c.Name}: {c.Why}"))})";

    private static AutonomyLevel LevelOf(AutonomyFacts facts)
    {
        var most = MostFor(facts.Category, facts.Cause);
        foreach (var category in facts.Policy.Categories)
        {
            most = category.Category == facts.Category && category.Level < most ? category.Level : most;
        }

        return most;
    }
}

/// <summary>One bound of autonomy.</summary>
/// <param name="Name">What bounds: <c>package</c>, <c>policy</c>, <c>category</c>, <c>hours</c>, <c>person</c>, <c>crisis</c> or <c>conformity</c>.</param>
/// <param name="Level">The most that it allows.</param>
/// <param name="Why">Why, in words.</param>
public sealed record AutonomyCap(string Name, AutonomyLevel Level, string Why);
