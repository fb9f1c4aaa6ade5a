using SocialOps.AgencyFiles.Shapes;
using SocialOps.People;
using SocialOps.ServicePackages;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class PackageShape : BlockShape<PackageDefinition>
{
    private readonly Field<string> _name;
    private readonly Field<EngagementOwner> _engagement;
    private readonly Field<PackageId> _template;
    private readonly Field<IReadOnlyList<Responsibility>> _responsibilities;
    private readonly Field<IReadOnlyList<string>> _networks;
    private readonly Field<IReadOnlyList<Entitlement>> _includes;
    private readonly Field<IReadOnlyList<Entitlement>> _excludes;
    private readonly Field<IReadOnlyList<Entitlement>> _goodwill;
    private readonly Field<IReadOnlyDictionary<string, int>> _posts;
    private readonly Field<ApprovalPreset?> _approval;
    private readonly Field<bool> _agreement;
    private readonly Field<IReadOnlyList<WatchWindow>> _watch;
    private readonly Field<PackageEffort?> _effort;
    private readonly Field<IReadOnlyList<ServiceLevel>> _levels;
    private readonly Field<AutonomyLevel> _autonomy;

    public PackageShape()
        : base("package", "a package's block of keys", "What the agency sells: who does what, who answers, and by when.")
    {
        _name = Required("name", LineShape.Any, "The name that people read.");
        _engagement = Required("engagement", Words.Engagement, "Who answers comments.");
        _template = Optional("template", Words.Template, default, "A package to begin with; what is written beside it stands instead of the template's.");
        _responsibilities = Optional("responsibilities", new ListShape<Responsibility>(new ResponsibilityShape()), "Who does what; goes before what follows from includes and excludes.");
        _networks = Optional("networks", new ListShape<string>(new LineShape("a network")), "The networks it is for; without them all.");
        _includes = Optional("includes", EntitlementShape.ListOf(ServiceClass.Included), "The activities that are part of it.", "entitlements");
        _excludes = Optional("excludes", EntitlementShape.ListOf(ServiceClass.Excluded), "The activities that are not part of it.", "excludes");
        _goodwill = Optional("goodwill", EntitlementShape.ListOf(ServiceClass.Goodwill), "What is done now and then without being part of it: counted, never an entitlement.", "goodwill");
        _posts = Optional("posts per week", new PairsShape<string, int>(new LineShape("a network"), NumberShape.Instance), new Dictionary<string, int>(), "How many posts a week it holds, by network.");
        _approval = Optional("approval", References.Maybe(Words.Approval), null, "How content is approved.");
        _agreement = Optional("agreement required", FlagShape.Instance, false, "Whether content goes out only while an agreement with the client is active; false without it.", "requiresAgreement");
        _autonomy = Optional("autonomy", Words.Autonomy, AutonomyLevel.ActWithinPool, "The most that the engine may do alone; L4 without it.");
        _watch = Optional("watch", new ListShape<WatchWindow>(new WatchShape()), "When somebody watches, apart from what the service levels promise.");
        _effort = Optional("effort", new ConvertedShape<PackageEffort, PackageEffort?>(new EffortShape(), e => e), null, "What it takes.");
        _levels = Optional("service levels", new ListShape<ServiceLevel>(new ServiceLevelShape()), "The promises; the first that applies to a case is the case's own.");
    }

    protected override PackageDefinition Build(Shapes.Values values)
    {
        var (id, name, engagement) = (new PackageId(values.Id), values.Of(_name), values.Of(_engagement));
        var basis = (PackageTemplates.All.FirstOrDefault(t => t.Id == values.Of(_template)) ?? new() { Id = id, Name = name, Engagement = engagement })
            with { Id = id, Name = name, Engagement = engagement };
        return basis with
        {
            Responsibilities = values.Has(_responsibilities) ? values.Of(_responsibilities) : basis.Responsibilities,
            Networks = values.Has(_networks) ? values.Of(_networks) : basis.Networks,
            Entitlements = values.Has(_includes) || values.Has(_excludes) || values.Has(_goodwill) ? [.. values.Of(_includes), .. values.Of(_excludes), .. values.Of(_goodwill)] : basis.Entitlements,
            PostsPerWeek = values.Has(_posts) ? values.Of(_posts) : basis.PostsPerWeek,
            Approval = values.Of(_approval) ?? basis.Approval,
            RequiresAgreement = values.Has(_agreement) ? values.Of(_agreement) : basis.RequiresAgreement,
            Autonomy = values.Has(_autonomy) ? values.Of(_autonomy) : basis.Autonomy,
            Watch = values.Has(_watch) ? values.Of(_watch) : basis.Watch,
            Effort = values.Of(_effort) ?? basis.Effort,
            ServiceLevels = values.Has(_levels) ? values.Of(_levels) : basis.ServiceLevels,
        };
    }
}
