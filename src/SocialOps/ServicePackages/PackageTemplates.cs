using NodaTime;
using SocialOps.Channels;
using SocialOps.Content;
using SocialOps.People;
using SocialOps.Time;

namespace SocialOps.ServicePackages;

/// <summary>Three packages to begin with; change what is different with <c>with</c>, or in the agency file beside <c>template</c>.</summary>
public static class PackageTemplates
{
    /// <summary>Einsteiger: the agency writes and posts, the client approves, answers comments and is told of them in time (requirement 0.9).</summary>
    public static PackageDefinition Einsteiger { get; } = new()
    {
        Id = new("einsteiger"),
        Name = "Einsteiger",
        Engagement = EngagementOwner.Client,
        ServiceLevels =
        [
            Level("Urgent", [Category.SafetyEmergency, Category.HateOrThreat, Category.LegalOrPress], client: Within(1)),
            Level("Complaint", [Category.Complaint], client: Within(4)),
            Level("Rest", [], client: ByEvening),
        ],
        Entitlements =
        [
            .. Included(Activities.Planning, Activities.EditorialPlan, Activities.Copy, Activities.Design, Activities.DataEntry),
            new(Activities.Research, ServiceClass.Included, ContentKind.General),
            new(Activities.Research, ServiceClass.Goodwill, ContentKind.IndustryNews, new(Activities.Research.Value, 1, GoodwillPeriod.Month)),
            .. Excluded(Activities.CommunityManagement, Activities.CustomerContact, Activities.PageOrganisation, Activities.Reporting),
        ],
        Approval = ApprovalPreset.Client,
        Autonomy = AutonomyLevel.Observe,
    };

    /// <summary>Plus: the agency is the first to answer (requirement 0.10); a thank-you needs nobody, what is grave reaches the client.</summary>
    public static PackageDefinition Plus { get; } = new()
    {
        Id = new("plus"),
        Name = "Plus",
        Engagement = EngagementOwner.Agency,
        ServiceLevels =
        [
            Level("Danger", [Category.SafetyEmergency], Within(0, 15), Within(1), Within(0, 30)),
            Level("Law, press, hate", [Category.LegalOrPress, Category.HateOrThreat], Within(0, 30), Within(2), Within(1)),
            Level("Damage or defect", [Category.Complaint], Within(1), Within(4), Within(2)) with { MinSeverity = Severity.Medium },
            Level("Complaint", [Category.Complaint], new(Hours(2), Hours(4), Hours(4)), Within(24)),
            Level("Question", [Category.Question], Within(4), Within(24)),
            Level("Rest", [], ByEvening),
        ],
        Entitlements =
        [
            .. Included(Activities.Planning, Activities.Research, Activities.EditorialPlan, Activities.Copy, Activities.Design, Activities.DataEntry, Activities.CommunityManagement, Activities.CustomerContact, Activities.Reporting),
            new(Activities.PageOrganisation, ServiceClass.Goodwill, Allowance: new(Activities.PageOrganisation.Value, 2, GoodwillPeriod.Quarter)),
        ],
        Approval = ApprovalPreset.AgencyThenClient,
        Autonomy = AutonomyLevel.ActWithinPool,
    };

    /// <summary>Rundum: everything, faster, and somebody watches round the clock.</summary>
    public static PackageDefinition Rundum { get; } = Plus with
    {
        Id = new("rundum"),
        Name = "Rundum",
        ServiceLevels =
        [
            Level("Danger", [Category.SafetyEmergency], Within(0, 10), Within(0, 30), Within(0, 15)),
            Level("Law, press, hate", [Category.LegalOrPress, Category.HateOrThreat], Within(0, 15), Within(1), Within(0, 30)),
            Level("Complaint", [Category.Complaint], Within(0, 30), Within(2), Within(1)),
            Level("Message", [], Within(1), Within(8)) with { Kinds = [ItemKind.DirectMessage] },
            Level("Rest", [], Within(2), Within(24)),
        ],
        Entitlements = [.. Included([.. Activities.Catalogue])],
        Watch = [new("Round the clock", IsLight: true)],
    };

    /// <summary>All of them, the smallest first.</summary>
    public static IReadOnlyList<PackageDefinition> All { get; } = [Einsteiger, Plus, Rundum];

    private static ResponseTargets ByEvening => new(new ResponseTarget.SameDayBy(new LocalTime(20, 0), Duration.FromHours(1)));

    private static ServiceLevel Level(string name, IReadOnlyList<Category> categories, ResponseTargets? acknowledge = null, ResponseTargets? next = null, ResponseTargets? client = null)
        => new() { Name = name, Categories = categories, Acknowledge = acknowledge, NextAction = next, ClientContact = client };

    private static ResponseTarget.Within Hours(int hours) => new(Duration.FromHours(hours));

    private static ResponseTargets Within(int hours, int minutes = 0) => new(new ResponseTarget.Within(Duration.FromHours(hours) + Duration.FromMinutes(minutes)));

    private static IEnumerable<Entitlement> Included(params ActivityId[] activities) => activities.Select(a => new Entitlement(a, ServiceClass.Included));

    private static IEnumerable<Entitlement> Excluded(params ActivityId[] activities) => activities.Select(a => new Entitlement(a, ServiceClass.Excluded));
}
