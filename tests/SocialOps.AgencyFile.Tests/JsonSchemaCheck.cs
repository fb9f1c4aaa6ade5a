using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SocialOps.AgencyFiles.Tests;

/// <summary>As much of JSON Schema 2020-12 as the agency's schema uses; an unknown keyword fails.</summary>
internal sealed class JsonSchemaCheck(JsonObject schema)
{
    public IReadOnlyList<string> Check(JsonNode? value)
    {
        var faults = new List<string>();
        Check(schema, value, "$", faults);
        return faults;
    }

    private void Check(JsonObject rule, JsonNode? value, string path, List<string> faults)
    {
        foreach (var (keyword, argument) in rule)
        {
            var holds = keyword switch
            {
                "$schema" or "$defs" or "title" or "description" or "examples" => true,
                "$ref" => Fits(schema["$defs"]![argument!.GetValue<string>().Split('/')[^1]]!.AsObject(), value, path, faults),
                "type" => argument is JsonArray types ? types.Any(t => IsOfType(t!.GetValue<string>(), value)) : IsOfType(argument!.GetValue<string>(), value),
                "const" => JsonNode.DeepEquals(argument, value),
                "pattern" => value?.GetValueKind() != JsonValueKind.String || Regex.IsMatch(value.GetValue<string>(), argument!.GetValue<string>(), RegexOptions.ECMAScript),
                "minimum" => value?.GetValueKind() != JsonValueKind.Number || value.GetValue<decimal>() >= argument!.GetValue<decimal>(),
                "maximum" => value?.GetValueKind() != JsonValueKind.Number || value.GetValue<decimal>() <= argument!.GetValue<decimal>(),
                "anyOf" => argument!.AsArray().Any(option => Fits(option!.AsObject(), value, path, [])),
                "oneOf" => argument!.AsArray().Count(option => Fits(option!.AsObject(), value, path, [])) == 1,
                "items" => value is not JsonArray list || list.Index().All(item => Fits(argument!.AsObject(), item.Item, $"{path}[{item.Index}]", faults)),
                "required" => value is not JsonObject block || argument!.AsArray().All(key => block.ContainsKey(key!.GetValue<string>())),
                "propertyNames" => value is not JsonObject names || names.All(p => Fits(argument!.AsObject(), JsonValue.Create(p.Key), $"{path}.{p.Key}", faults)),
                "properties" => value is not JsonObject known || argument!.AsObject().All(p => !known.ContainsKey(p.Key) || Fits(p.Value!.AsObject(), known[p.Key], $"{path}.{p.Key}", faults)),
                "additionalProperties" => value is not JsonObject all || all.Where(p => rule["properties"]?[p.Key] is null).All(p => argument is JsonObject more && Fits(more, p.Value, $"{path}.{p.Key}", faults)),
                _ => throw new NotSupportedException(keyword),
            };
            if (!holds)
            {
                faults.Add($"{path}: {keyword}");
            }
        }
    }

    private bool Fits(JsonObject rule, JsonNode? value, string path, List<string> faults)
    {
        var before = faults.Count;
        Check(rule, value, path, faults);
        return faults.Count == before;
    }

    private static bool IsOfType(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value?.GetValueKind() == JsonValueKind.String,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && decimal.IsInteger(value.GetValue<decimal>()),
        _ => throw new NotSupportedException(type),
    };
}
