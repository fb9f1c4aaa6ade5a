using SocialOps.AgencyFiles.Shapes;
using SocialOps.Definitions;
using SocialOps.ServicePackages;

namespace SocialOps.AgencyFiles.Definitions;

internal sealed class ExpertShape : BlockShape<ExpertDefinition>
{
    private readonly Field<IReadOnlyList<string>> _about;
    private readonly Field<Party> _ask;

    public ExpertShape()
        : base("expert", "an expert, e.g. { about: [akku*], ask: { client: werkstatt } }", "Somebody who knows about a topic and is asked directly.")
    {
        _about = Required("about", new ListShape<string>(new LineShape("a phrase")), "Phrases that show that an item is about the topic; a star at a word's end stands for any letters.");
        _ask = Required("ask", PartyShape.Instance, "A person's id, or a contact of the client: { client: werkstatt }.");
    }

    protected override ExpertDefinition Build(Shapes.Values values) => new(values.Of(_about), values.Of(_ask));
}
