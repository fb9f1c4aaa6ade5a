using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialOps.AgencyFiles.Definitions;
using SocialOps.AgencyFiles.Shapes;

namespace SocialOps.AgencyFiles;

/// <summary>The agency file as editors check it and complete it.</summary>
public static class AgencyFileSchema
{
    /// <summary>The JSON Schema (2020-12), made from the same declarations that the file is read by. It knows keys, types and notations; references and rules between values are only checked by reading.</summary>
    public static string ToJson()
    {
        var book = new SchemaBook();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "SocialOps agency file",
        };
        foreach (var (key, value) in AgencyShape.Instance.Describe(book).ToList())
        {
            schema[key] = value?.DeepClone();
        }

        schema["$defs"] = book.Definitions();
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            schema.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }
}
