using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SocialOps.Content;

namespace SocialOps.Benchmarks.Content;

/// <summary>A variant of 4 KB with four pictures: its canonical bytes and their hash. Baseline: JsonSerializer as one would reach for it (not canonical: the framework's escaping, the members' declared order), then SHA-256.</summary>
[MemoryDiagnoser]
[MinColumn]
public partial class HashBenchmarks
{
    private static readonly string Paragraph = "Am Samstag öffnen wir um acht – mit frischen Brötchen, Käse & \"Kaffee\" 😀.\n";

    private readonly Variant _variant = new Variant
    {
        Account = new("shop-facebook"),
        Text = string.Concat(Enumerable.Repeat(Paragraph, 40)),
        Link = "https://shop.example/sommerfest?utm=1",
        FirstComment = Paragraph,
        Media = [.. Enumerable.Range(0, 4).Select(i => new MediaItem { File = FileHash.Of([(byte)i]), AltText = Paragraph })],
        Poll = new(["ja", "nein"], Duration.FromDays(1)),
        Language = "de",
    }.Normalised();

    [Benchmark(Baseline = true)]
    public byte[] SerializeThenHash() => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(_variant, Naive.Default.Variant));

    [Benchmark]
    public byte[] SerializeSortThenHash() => SHA256.HashData(SortedBytes(JsonSerializer.SerializeToElement(_variant, Naive.Default.Variant)));

    [Benchmark]
    public ContentHash ComputeHash() => _variant.ComputeHash();

    [Benchmark]
    public byte[] ToCanonicalBytes() => _variant.ToCanonicalBytes();

    [Benchmark]
    public byte[] HashAlone() => SHA256.HashData(_canonical);

    [Benchmark]
    public Variant Normalise() => _variant.Normalised();

    private readonly byte[] _canonical;

    public HashBenchmarks() => _canonical = _variant.ToCanonicalBytes();

    /// <summary>The usual way to a canonical form: a document whose members are written in order.</summary>
    private static byte[] SortedBytes(JsonElement element)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer, element);
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    [JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Variant))]
    private sealed partial class Naive : JsonSerializerContext;
}
