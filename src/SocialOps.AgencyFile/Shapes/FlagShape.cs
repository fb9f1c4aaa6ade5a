using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Yaml;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>True or false.</summary>
internal sealed class FlagShape : Shape<bool>
{
    public static readonly FlagShape Instance = new();

    public override string Noun => "true or false";

    public override bool Nothing => false;

    public override JsonObject Describe(SchemaBook book) => new() { ["type"] = "boolean" };

    protected override bool ReadWritten(Node node, Place place)
    {
        switch (node)
        {
            case TextNode { Text: "true", IsPlain: true }:
                return true;
            case TextNode { Text: "false", IsPlain: true }:
                return false;
            case TextNode text:
                place.Error(text.At, $"'{text.Shown}' is neither true nor false; write one of these, without quotes.");
                return Nothing;
            default:
                return Refuse(node, place);
        }
    }
}
