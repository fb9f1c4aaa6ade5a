using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Yaml;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>Entries by id, in the order of the file; or by a name, which may be any text.</summary>
/// <typeparam name="T">The entries.</typeparam>
internal sealed class MapShape<T>(Shape<T> entry, string example, bool byName = false) : Shape<IReadOnlyList<T>>
{
    public const string IdPattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";

    public override string Noun => $"a block of entries by id, e.g. '{example}:'";

    public override IReadOnlyList<T> Nothing => [];

    public override JsonObject Describe(SchemaBook book)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (!byName)
        {
            schema["propertyNames"] = new JsonObject { ["pattern"] = IdPattern };
        }

        schema["additionalProperties"] = book.Refer(entry);
        return schema;
    }

    protected override IReadOnlyList<T> ReadWritten(Node node, Place place)
        => node is MapNode map ? [.. place.Distinct(map).Select(e => entry.Read(e.Value, place.Entry(e)))] : Refuse(node, place);
}
