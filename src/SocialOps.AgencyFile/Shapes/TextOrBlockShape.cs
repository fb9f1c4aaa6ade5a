using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Yaml;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>A short form in one value, or a long one with keys.</summary>
/// <typeparam name="T">What either means.</typeparam>
internal sealed class TextOrBlockShape<T>(Shape<T> text, Shape<T> block) : Shape<T>
{
    public override string Noun => text.Noun;

    public override T Nothing => text.Nothing;

    public override JsonObject Describe(SchemaBook book) => new() { ["anyOf"] = new JsonArray(book.Refer(text), book.Refer(block)) };

    protected override T ReadWritten(Node node, Place place) => (node is TextNode ? text : block).Read(node, place);
}
