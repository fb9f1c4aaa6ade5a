using SocialOps.AgencyFiles.Shapes;
using SocialOps.Content;
using SocialOps.ServicePackages;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>An activity of a package: <c>copy</c>, or <c>{ activity: research, kind: industry news }</c>.</summary>
internal sealed class EntitlementShape : BlockShape<Entitlement>
{
    private readonly ServiceClass _class;
    private readonly Field<ActivityId> _activity;
    private readonly Field<ContentKind?> _kind;
    private readonly Field<AllowanceText>? _allow;

    private EntitlementShape(ServiceClass serviceClass)
        : base(serviceClass == ServiceClass.Goodwill ? "goodwill" : "entitlement", serviceClass == ServiceClass.Goodwill ? "goodwill, e.g. { activity: design, allow: 1 per month }" : "an activity", serviceClass == ServiceClass.Goodwill ? "What is done now and then without being part of the package." : "An activity, for all content or for one kind.")
    {
        _class = serviceClass;
        _activity = Required("activity", References.Activity, "The activity.");
        _kind = Optional("kind", References.Maybe(Words.ContentKind), null, "Only for content of this kind.");
        _allow = serviceClass == ServiceClass.Goodwill ? Required("allow", AllowanceShape.Instance, "How often nobody minds.", "allowance") : null;
    }

    public static Shape<IReadOnlyList<Entitlement>> ListOf(ServiceClass serviceClass)
        => new ListShape<Entitlement>(serviceClass == ServiceClass.Goodwill
            ? new EntitlementShape(serviceClass)
            : new TextOrBlockShape<Entitlement>(new ConvertedShape<ActivityId, Entitlement>(References.Activity, a => new(a, serviceClass)), new EntitlementShape(serviceClass)));

    protected override Entitlement Build(Shapes.Values values)
    {
        var activity = values.Of(_activity);
        return new(activity, _class, values.Of(_kind), _allow is null ? null : new(activity.Value ?? "", values.Of(_allow).Times, values.Of(_allow).Per));
    }
}
