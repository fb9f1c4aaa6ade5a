using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Yaml;
using SocialOps.Serialization;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>A reference by id.</summary>
internal sealed class IdShape<TId>(string noun) : Shape<TId>
    where TId : struct, IEntityId<TId>
{
    public override string Noun => $"the id of {noun}";

    public override TId Nothing => TId.Create("");

    public override JsonObject Describe(SchemaBook book) => new() { ["type"] = SchemaBook.Strings(["string", "number"]) };

    protected override TId ReadWritten(Node node, Place place)
    {
        if (node is not TextNode text)
        {
            return Refuse(node, place);
        }

        if (text.Text.Contains(',', StringComparison.Ordinal))
        {
            place.Error(text.At, $"'{text.Shown}' is not {Noun}; write several as a list: [{text.Shown}].");
            return Nothing;
        }

        return TId.Create(text.Text);
    }
}
