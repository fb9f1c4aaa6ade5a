using SocialOps.AgencyFiles.Shapes;
using SocialOps.ServicePackages;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>Who does something: <c>on duty</c>, <c>client</c>, a person's id, or <c>{ client: werkstatt }</c>.</summary>
internal sealed class PartyShape : BlockShape<Party>
{
    public static readonly Shape<Party> Instance = new TextOrBlockShape<Party>(new PartyWordShape(), new PartyShape());

    private readonly Field<string> _client;

    private PartyShape()
        : base("client-party", "who does it", "A contact of the client.")
        => _client = Required("client", new LineShape("a contact's id"), "The contact's id.", "contact");

    protected override Party Build(Shapes.Values values) => new Party.ClientSide(values.Of(_client));
}
