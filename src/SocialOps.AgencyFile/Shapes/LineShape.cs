using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Yaml;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>A text as it stands.</summary>
internal sealed class LineShape(string noun = "a text") : Shape<string>
{
    public static readonly LineShape Any = new();

    public override string Noun => noun;

    public override string Nothing => "";

    public override JsonObject Describe(SchemaBook book) => new() { ["type"] = SchemaBook.Strings(["string", "number", "boolean"]) };

    protected override string ReadWritten(Node node, Place place) => node is TextNode text ? text.Text : Refuse(node, place);
}
