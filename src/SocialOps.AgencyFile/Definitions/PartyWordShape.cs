using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Yaml;
using SocialOps.ServicePackages;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>Who does something, in one word: <c>on duty</c>, <c>client</c> or a person's id.</summary>
internal sealed class PartyWordShape : Shape<Party>
{
    private const string OnDuty = "on duty";
    private const string Client = "client";

    public override string Noun => "on duty, client or a person's id";

    public override Party Nothing => new Party.AgencyDuty();

    public override JsonObject Describe(SchemaBook book) => new()
    {
        ["description"] = "Who does it: on duty, client, or a person's id.",
        ["type"] = SchemaBook.Strings(["string", "number"]),
        ["pattern"] = $"^(?:{OnDuty}|[^ ]+)$",
        ["examples"] = SchemaBook.Strings([OnDuty, Client]),
    };

    protected override Party ReadWritten(Node node, Place place)
    {
        switch (node)
        {
            case TextNode { Text: OnDuty }:
                return new Party.AgencyDuty();
            case TextNode { Text: Client }:
                return new Party.ClientSide();
            case TextNode text when text.Text.Contains(' ', StringComparison.Ordinal):
                place.Error(text.At, $"'{text.Shown}' is nobody; write {Noun}, or {{ client: a contact's id }}.");
                return Nothing;
            case TextNode text:
                return new Party.NamedPerson(new(text.Text));
            default:
                return Refuse(node, place);
        }
    }
}
