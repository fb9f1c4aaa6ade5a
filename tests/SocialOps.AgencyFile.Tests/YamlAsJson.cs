using System.Globalization;
using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Yaml;

namespace SocialOps.AgencyFiles.Tests;

/// <summary>A YAML text as an editor's checker sees it: the core schema's types.</summary>
internal static class YamlAsJson
{
    public static JsonNode? Read(string yaml) => Of(YamlTree.Read(yaml, new Report())!);

    private static JsonNode? Of(Node node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Text, Of(e.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Of)]),
        TextNode { IsNothing: true } => null,
        TextNode { IsPlain: true, Text: "true" or "True" or "TRUE" } => JsonValue.Create(true),
        TextNode { IsPlain: true, Text: "false" or "False" or "FALSE" } => JsonValue.Create(false),
        TextNode { IsPlain: true } text when decimal.TryParse(text.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        TextNode text => JsonValue.Create(text.Text),
        _ => throw new NotSupportedException(),
    };
}
