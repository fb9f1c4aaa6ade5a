using System.Text.Json.Nodes;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>The schema's named definitions, each written once.</summary>
internal sealed class SchemaBook
{
    private readonly SortedDictionary<string, JsonObject> _definitions = new(StringComparer.Ordinal);

    /// <summary>A reference to a shape's definition, or the shape itself where it has no name.</summary>
    public JsonObject Refer(IShape shape)
    {
        if (shape.Name is not { } name)
        {
            return shape.Describe(this);
        }

        if (_definitions.TryAdd(name, []))
        {
            _definitions[name] = shape.Describe(this);
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    /// <summary>All definitions by name.</summary>
    public JsonObject Definitions() => new(_definitions.Select(d => KeyValuePair.Create<string, JsonNode?>(d.Key, d.Value)));

    public static JsonArray Strings(IEnumerable<string> values) => [.. values.Select(v => (JsonNode)JsonValue.Create(v))];
}
