using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Yaml;

namespace SocialOps.AgencyFiles.Shapes;

/// <summary>A list; a single value stands for a list of one.</summary>
/// <typeparam name="T">The items.</typeparam>
internal sealed class ListShape<T>(Shape<T> item) : Shape<IReadOnlyList<T>>
{
    public override string Noun => item.Noun;

    public override IReadOnlyList<T> Nothing => [];

    public override JsonObject Describe(SchemaBook book) => new()
    {
        ["anyOf"] = new JsonArray(book.Refer(item), new JsonObject { ["type"] = "array", ["items"] = book.Refer(item) }),
    };

    protected override IReadOnlyList<T> ReadWritten(Node node, Place place)
    {
        if (node is not ListNode list)
        {
            return [item.Read(node, place with { Path = $"{place.Path}[0]" })];
        }

        var items = new List<T>(list.Items.Count);
        foreach (var each in list.Items)
        {
            items.Add(item.Read(each, place.Item(items.Count, each)));
        }

        return items;
    }
}
