using System.Buffers;
using System.Text;
using System.Text.Json;

namespace SocialOps.Relational;

/// <summary>A list or a map as the one text parameter that a statement can take.</summary>
internal static class JsonText
{
    public static string Of(Action<Utf8JsonWriter> write)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    /// <summary>An object of numbers.</summary>
    public static string Of(IReadOnlyDictionary<string, int> numbers) => Of(json =>
    {
        json.WriteStartObject();
        foreach (var (name, number) in numbers)
        {
            json.WriteNumber(name, number);
        }

        json.WriteEndObject();
    });
}
