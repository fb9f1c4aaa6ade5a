using NodaTime;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Values;
using SocialOps.ServicePackages;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>A collaboration model: <c>workbench</c>, or <c>{ model: symbiosis, from: 2026-07-01 }</c>.</summary>
internal sealed class CollaborationShape : BlockShape<CollaborationTerm>
{
    public static readonly Shape<CollaborationTerm> Instance = new TextOrBlockShape<CollaborationTerm>(
        new ConvertedShape<CollaborationModel, CollaborationTerm>(Words.Collaboration, model => new(model)),
        new CollaborationShape());

    private readonly Field<CollaborationModel> _model;
    private readonly Field<LocalDate?> _from;

    private CollaborationShape()
        : base("collaboration", "a collaboration model", "A collaboration model since a day.")
    {
        _model = Required("model", Words.Collaboration, "The model.");
        _from = Optional("from", References.Maybe(DateShape.Instance), null, "The first day; without it from the beginning.", "fromOn");
    }

    protected override CollaborationTerm Build(Shapes.Values values) => new(values.Of(_model), values.Of(_from));
}
