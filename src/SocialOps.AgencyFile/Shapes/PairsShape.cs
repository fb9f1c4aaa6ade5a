using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Yaml;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>Keys of one shape with values of another: <c>radhaus: mehmet</c>.</summary>
internal sealed class PairsShape<TKey, TValue>(Shape<TKey> key, Shape<TValue> value) : Shape<IReadOnlyDictionary<TKey, TValue>>
    where TKey : notnull
{
    public override string Noun => $"a block of keys, each {key.Noun}, with {value.Noun}";

    public override IReadOnlyDictionary<TKey, TValue> Nothing => new Dictionary<TKey, TValue>();

    public override JsonObject Describe(SchemaBook book) => new()
    {
        ["type"] = "object",
        ["propertyNames"] = book.Refer(key),
        ["additionalProperties"] = book.Refer(value),
    };

    protected override IReadOnlyDictionary<TKey, TValue> ReadWritten(Node node, Place place)
    {
        if (node is not MapNode map)
        {
            return Refuse(node, place);
        }

        var pairs = new Dictionary<TKey, TValue>();
        foreach (var entry in place.Distinct(map))
        {
            pairs[key.Read(entry.Key, place.Entry(entry) with { At = entry.Key.At })] = value.Read(entry.Value, place.Entry(entry));
        }

        return pairs;
    }
}
