using System.Security.Cryptography;
using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Content;

/// <summary>SHA-256 over the canonical bytes of what is to be sent (or decided on): what an approval is bound to. Compared ordinally.</summary>
/// <param name="Value">64 lower-case hexadecimal digits.</param>
[JsonConverter(typeof(IdJsonConverter<ContentHash>))]
public readonly record struct ContentHash(string Value) : IEntityId<ContentHash>
{
    /// <summary>The first eight digits: what people are shown.</summary>
    public string Abbreviated => Value[..8];

    /// <inheritdoc />
    public static ContentHash Create(string value) => new(value);

    /// <summary>The hash of these bytes.</summary>
    /// <param name="canonical">Canonical bytes.</param>
    public static ContentHash Of(ReadOnlySpan<byte> canonical)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(canonical, hash);
        return new(Convert.ToHexStringLower(hash));
    }

    /// <inheritdoc />
    public override string ToString() => Value;
}
