using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SocialOps;

/// <summary>Time-ordered random ids: 48 bits of milliseconds and 80 random bits in Crockford's base32, 26 characters, so that new rows stand beside each other in an index.</summary>
internal sealed class RandomIdGenerator(TimeProvider time) : IIdGenerator
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public string NewId() => string.Create(26, time.GetUtcNow().ToUnixTimeMilliseconds(), static (text, milliseconds) =>
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)(milliseconds >> 16));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], (ushort)milliseconds);
        var number = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        for (var i = text.Length - 1; i >= 0; i--, number >>= 5)
        {
            text[i] = Alphabet[(int)(number & 31)];
        }
    });
}
