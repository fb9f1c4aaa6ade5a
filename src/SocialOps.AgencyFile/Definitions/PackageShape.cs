using SocialOps.AgencyFiles.Shapes;
using SocialOps.People;
using SocialOps.ServicePackages;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class PackageShape : BlockShape<PackageDefinition>
{
    private readonly Field<string> _name;
    private readonly Field<EngagementOwner> _engagement;
    private readonly Field<IReadOnlyList<ServiceLevel>> _levels;
    private readonly Field<AutonomyLevel> _autonomy;

    public PackageShape()
        : base("package", "a package's block of keys", "What the agency sells: who answers, and by when.")
    {
        _name = Required("name", LineShape.Any, "The name that people read.");
        _engagement = Required("engagement", Words.Engagement, "Who answers comments.");
        _autonomy = Optional("autonomy", Words.Autonomy, AutonomyLevel.ActWithinPool, "The most that the engine may do alone; L4 without it.");
        _levels = Optional("service levels", new ListShape<ServiceLevel>(new ServiceLevelShape()), "The promises; the first that applies to a case is the case's own.");
    }

    protected override PackageDefinition Build(Shapes.Values values)
        => new() { Id = new(values.Id), Name = values.Of(_name), Engagement = values.Of(_engagement), ServiceLevels = values.Of(_levels), Autonomy = values.Of(_autonomy) };
}
