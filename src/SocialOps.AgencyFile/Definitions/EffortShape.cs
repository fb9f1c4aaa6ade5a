using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.ServicePackages;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class EffortShape : BlockShape<PackageEffort>
{
    private readonly Field<Duration> _post;
    private readonly Field<Duration> _workday;
    private readonly Field<Duration> _watch;

    public EffortShape()
        : base("effort", "what a package takes, e.g. { per post: 90m, per workday: 1h, per watch hour: 5m }", "What a package takes.")
    {
        _post = Optional("per post", DurationShape.Instance, Duration.Zero, "For one post, from the idea to the entry.");
        _workday = Optional("per workday", DurationShape.Instance, Duration.Zero, "For reading and answering, Monday to Friday.");
        _watch = Optional("per watch hour", DurationShape.Instance, Duration.Zero, "For an hour of a watch window.");
    }

    protected override PackageEffort Build(Shapes.Values values) => new(values.Of(_post), values.Of(_workday), values.Of(_watch));
}
