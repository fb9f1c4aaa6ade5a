using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Shapes;
using SocialOps.AgencyFiles.Yaml;
using SocialOps.Definitions.Validation;
using SocialOps.Escalations;

namespace SocialOps.AgencyFiles.Definitions;

/// <summary>Who is told, in one word: <c>on duty</c>, <c>emergency contact</c> or a person's id.</summary>
internal sealed class TellWordShape : Shape<EscalationTarget>
{
    private const string OnDuty = "on duty";
    private const string EmergencyContact = "emergency contact";

    public override string Noun => "on duty, emergency contact or a person's id";

    public override EscalationTarget Nothing => new EscalationTarget.Named(new(""));

    public override JsonObject Describe(SchemaBook book) => new()
    {
        ["description"] = "Who is told: on duty, emergency contact, or a person's id.",
        ["type"] = SchemaBook.Strings(["string", "number"]),
        ["pattern"] = $"^(?:{OnDuty}|{EmergencyContact}|[^ ]+)$",
        ["examples"] = SchemaBook.Strings([OnDuty, EmergencyContact]),
    };

    protected override EscalationTarget ReadWritten(Node node, Place place)
    {
        switch (node)
        {
            case TextNode { Text: OnDuty }:
                return new EscalationTarget.OnDuty(new(""));
            case TextNode { Text: EmergencyContact }:
                return new EscalationTarget.EmergencyContact();
            case TextNode text when text.Text.Contains(' ', StringComparison.Ordinal):
                var meant = Suggestion.Nearest(text.Text, [OnDuty, EmergencyContact]);
                place.Error(text.At, $"'{text.Shown}' cannot be told; {(meant is null ? $"write {Noun}, several as a list." : $"did you mean '{meant}'?")}");
                return Nothing;
            case TextNode text:
                return new EscalationTarget.Named(new(text.Text));
            default:
                return Refuse(node, place);
        }
    }
}
