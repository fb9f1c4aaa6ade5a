using System.Security.Cryptography;
using System.Text.Json.Serialization;
using SocialOps.Serialization;

namespace SocialOps.Content;

/// <summary>SHA-256 over a media file's bytes: the file's name inside content. Compared ordinally.</summary>
/// <param name="Value">64 lower-case hexadecimal digits.</param>
[JsonConverter(typeof(IdJsonConverter<FileHash>))]
public readonly record struct FileHash(string Value) : IEntityId<FileHash>
{
    /// <inheritdoc />
    public static FileHash Create(string value) => new(value);

    /// <summary>The hash of a file.</summary>
    /// <param name="file">All of its bytes.</param>
    public static FileHash Of(ReadOnlySpan<byte> file) => new(Convert.ToHexStringLower(SHA256.HashData(file)));

    /// <inheritdoc />
    public override string ToString() => Value;
}
